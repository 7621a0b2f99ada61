/**
 * JSON trees: one mapper, stable hashes, merge patches.
 *
 * <p>Guarantees: pure; equal content gives equal text and hash whatever the order of its fields.
 * Caveats: trees are mutable; every function here leaves its arguments alone.
 */
@NullMarked
package io.jopf.json;

import org.jspecify.annotations.NullMarked;
