/**
 * The examples of the documentation: what they are and where each goes.
 *
 * <p>Expected flow: {@link io.jopf.demo.example.Examples#of} arranges what was read from the files.
 * Guarantees: pure. Assumptions: the files name no namespace. Caveats: two files may hold an object
 * of the same name; the second goes to another namespace.
 */
@NullMarked
package io.jopf.demo.example;

import org.jspecify.annotations.NullMarked;
