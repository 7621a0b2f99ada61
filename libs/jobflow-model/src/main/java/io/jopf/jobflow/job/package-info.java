/**
 * How a step or a node becomes a Job, and what a Job tells. Pure: no client, no clock.
 *
 * <p><b>Guarantees.</b> The same input gives the same Job, under the same name. What a template
 * says wins over what is said for all jobs; nothing of a template is lost but three things: {@code
 * restartPolicy} becomes {@code Never}; {@code backoffLimit} becomes 0 unless it or {@code
 * backoffLimitPerIndex} is set; {@code ttlSecondsAfterFinished} is left out at first, because a Job
 * that goes before its outcome is stored would run again. It is put on the Job afterwards.
 *
 * <p><b>Caveats.</b> A container's {@code envFrom} is not looked into, so a variable given for all
 * jobs wins over one of the same name in there. The owner is set by whoever creates the Job.
 *
 * <p><b>Errors.</b> None; a template that makes no sense is for the API server to refuse.
 */
@NullMarked
package io.jopf.jobflow.job;

import org.jspecify.annotations.NullMarked;
