/**
 * The status of a notebook, from its plan and what is observed.
 *
 * <p>Pure: time is an argument. Three conditions tell how far it got: {@code Accepted} (the
 * operator can use the spec), {@code ResourcesReady} (its objects are as planned), {@code
 * Available} (its server answers). A condition's time moves only when its status does.
 *
 * <p>Guarantee: {@code jupyter.notebook.url} is there as soon as it leads to the notebook, ready or
 * not; the Data Manager waits for it only so long. Caveat: a spec that became unusable leaves the
 * notebook running, and its URL in the status.
 */
@NullMarked
package io.jopf.jupyter.status;

import org.jspecify.annotations.NullMarked;
