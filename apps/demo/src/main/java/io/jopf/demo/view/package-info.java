/**
 * What the user sees.
 *
 * <p>Expected flow: a {@link io.jopf.demo.view.Display} gets notes, then snapshots, then the
 * summary. In a terminal it redraws a frame in place, else it prints a line per transition.
 * Guarantees: layout and rendering are pure functions of the snapshot, the size and the symbols;
 * without a terminal no escape codes are printed and only ASCII; in a terminal no line is wider and
 * no frame higher than it. Caveats: characters are taken to be one column wide. Errors: {@link
 * io.jopf.demo.DemoException} when nobody reads the output any more.
 */
@NullMarked
package io.jopf.demo.view;

import org.jspecify.annotations.NullMarked;
