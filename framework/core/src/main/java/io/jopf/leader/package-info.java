/**
 * Of several processes of one operator, at most one acts.
 *
 * <p>Expected flow: {@link io.jopf.leader.Elections} makes an {@link io.jopf.leader.Election},
 * which tries for a Lease from its start on, tells its {@link io.jopf.leader.LeaderListener} when
 * this process begins and ceases to lead, and gives the Lease back at its end. Guarantees: two
 * processes never both hold a term that {@code holds()}, however their wall clocks differ; the end
 * of a term is noticed without the server; a process that has lost the Lease tries again, but does
 * not lead before what ran in its earlier term has ended or was given up. Assumptions: the
 * monotonic clocks of all machines run equally fast, to within the difference of lease duration and
 * renew deadline. Caveats: who deletes the Lease while its leader cannot reach the server, and then
 * starts another replica, lets two act until the renew deadline; a machine that is suspended with
 * its monotonic clock notices the end of its term only at its next try. Errors: {@link
 * io.jopf.StartupException} for settings or rights that cannot work; trouble later is logged once
 * and tried again.
 */
@NullMarked
package io.jopf.leader;

import org.jspecify.annotations.NullMarked;
