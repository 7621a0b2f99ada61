/**
 * The command line {@code jobflow}.
 *
 * <p><b>Expected flow.</b> {@link io.jopf.jobflow.cli.Main} hands the arguments to picocli, which
 * calls one command; a command asks its {@link io.jopf.jobflow.cli.Session} for a connection when
 * it needs one, so that what works without a cluster needs none.
 *
 * <p><b>Guarantees.</b> Results go to the standard output, all else to the error output. What a
 * command changes are the fields and annotations that people change by kubectl. Exit codes are
 * those of {@link io.jopf.jobflow.cli.Exit}.
 *
 * <p><b>Errors.</b> {@link io.jopf.jobflow.cli.CliException} says what cannot be done; answers of
 * the API server are told in its own words. No stack trace is ever shown, unless {@code
 * JOBFLOW_DEBUG} is set.
 */
@NullMarked
package io.jopf.jobflow.cli;

import org.jspecify.annotations.NullMarked;
