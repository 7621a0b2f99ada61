/**
 * The custom resource {@code jupyternotebooks.squonk.it}, version v2, as Java types.
 *
 * <p>The Data Manager writes {@code spec.imDataManager} and reads {@code
 * status.jupyter.notebook.url}. The types carry what was written and decide nothing: every field
 * may be absent, defaults are applied elsewhere. The custom resource definition is generated from
 * these types at compile time, so a field added here is a field of the definition. What a status
 * has beside these fields comes from other operators or versions and is passed over.
 *
 * <p>Caveat: the status holds the notebook's token. {@code toString} of the types that hold it
 * leaves it out.
 */
@NullMarked
package io.jopf.jupyter.api;

import org.jspecify.annotations.NullMarked;
