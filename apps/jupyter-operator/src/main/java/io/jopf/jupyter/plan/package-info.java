/**
 * From a notebook and the settings to what is to be made: defaults applied, input checked.
 *
 * <p>Pure: the same notebook and settings give the same plan. A value the operator cannot use is a
 * {@link io.jopf.jupyter.plan.Problem} naming the field; a notebook with a problem has no plan. A
 * value it can do without is a warning. Nothing here throws for what a user wrote.
 */
@NullMarked
package io.jopf.jupyter.plan;

import org.jspecify.annotations.NullMarked;
