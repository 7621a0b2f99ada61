/**
 * What is wrong with flows, templates, DaemonJobs and schedules that stand in files, and where.
 * Pure: no client, no clock, no file is read.
 *
 * <p><b>Expected flow.</b> {@link io.jopf.jobflow.lint.Documents} reads a text and keeps the
 * position of every value; a {@link io.jopf.jobflow.lint.Linter} takes all documents, so that flows
 * find templates in other files, and has the findings and the Jobs that the steps would make.
 *
 * <p><b>Guarantees.</b> What the definitions refuse, and what admission refuses or warns about, is
 * found in the same words; so are names that stand for nothing, in the words that the step would
 * fail with. Findings are sorted by file and position. A document of another kind is passed over.
 *
 * <p><b>Caveats.</b> Whether a template that is in no file exists only a cluster can tell. Rules of
 * the API server on pods that no schema states are found by a dry run of the Jobs alone.
 *
 * <p><b>Errors.</b> None; a text that is no YAML is a finding.
 */
@NullMarked
package io.jopf.jobflow.lint;

import org.jspecify.annotations.NullMarked;
