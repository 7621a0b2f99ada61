/**
 * The Jupyter operator: makes and keeps what a {@code JupyterNotebook} of the Data Manager needs.
 *
 * <p>Expected flow: a notebook changes, or something it owns does; it is planned ({@code plan}),
 * its objects are brought to what the plan says ({@code objects}), and what is observed becomes its
 * status ({@code status}). Guarantees: an object somebody else made is never touched; no finalizer,
 * so deleting a notebook needs no running operator; the token stays as long as the notebook, and is
 * in no log or event. Errors a user can mend are conditions and events of the notebook; trouble
 * with the API server is retried by the framework.
 */
@NullMarked
package io.jopf.jupyter;

import org.jspecify.annotations.NullMarked;
