/**
 * The custom resources {@code jobflows}, {@code daemonjobs} and {@code jobtemplates} of the group
 * {@code api.practice.com}, version {@code v1alpha1}, as Java types.
 *
 * <p>The types carry what was written and decide nothing: every field may be absent, whatever the
 * definition requires, because an object may be older than the definition. The custom resource
 * definitions are generated from these types at compile time, so a field added here is a field of
 * the definition; the checked-in files are held to it by a test.
 */
@NullMarked
package io.jopf.jobflow.api;

import org.jspecify.annotations.NullMarked;
