/**
 * The operator of JobFlow, DaemonJob, JobTemplate and CronJobFlow.
 *
 * <p><b>Expected flow.</b> A change of an object, of a Job it controls, of a template or of a node
 * wakes its handler. The handler looks at the Jobs there are, asks the engine of {@code
 * io.jopf.flow} what to do, creates the Jobs that are due, asks again, and returns the status.
 * Between two such rounds {@code io.jopf.jobflow.live} makes the Jobs that a completion makes due,
 * and has the next round come when the status is worth writing.
 *
 * <p><b>Guarantees.</b> Jobs are created before the status is written, under names that make a
 * second creation impossible. A step that the stored status shows as finished never runs again,
 * whatever becomes of its Job. Objects of the same name in other namespaces, or made anew, never
 * share Jobs: a Job belongs to the object whose UID is its controller's.
 *
 * <p><b>Errors.</b> What one Job meets does not keep others from being created: a name taken by
 * somebody else or a spec that the API server refuses fails that step; quota holds it until there
 * is room; trouble of the API server is tried again.
 */
@NullMarked
package io.jopf.jobflow;

import org.jspecify.annotations.NullMarked;
