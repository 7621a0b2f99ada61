/**
 * When a schedule runs, decided without a cluster.
 *
 * <p>Expected flow: {@link io.jopf.jobflow.cron.Schedule} knows the times; {@link
 * io.jopf.jobflow.cron.Timetable} decides what one look at a schedule is to start, to replace and
 * to pass over; {@link io.jopf.jobflow.cron.History} names the runs that need not be kept.
 *
 * <p>Guarantees: a time is started at most once, because each start and each time passed over moves
 * {@link io.jopf.jobflow.cron.Considered} forward, and that is what the status stores. Of several
 * times that were missed only the latest is started, as a CronJob does. A time that the clocks skip
 * in spring has no run; one that comes twice in autumn has one, but schedules with several times in
 * or around that hour may repeat them. Errors: {@link io.jopf.jobflow.cron.ScheduleException} names
 * the field and its value.
 */
@NullMarked
package io.jopf.jobflow.cron;

import org.jspecify.annotations.NullMarked;
