/**
 * What tells the API server to ask: the webhook configurations.
 *
 * <p>Expected flow: {@link io.jopf.admission.config.Configurations} derives them from the handlers;
 * {@link io.jopf.admission.config.ConfigurationKeeper} applies them at the start, and again
 * whenever they differ from what the server answered then. Guarantees: one entry per handler, none
 * for handlers that are gone; never more than the operator's namespaces; two versions of an
 * operator that run at the same time do not undo each other's work, the one that was started last
 * wins; what is not persistent goes with the last replica. Caveats: an edit by hand is mended at
 * the next look, ten seconds by default. Errors: the client's, for the caller to log.
 */
@NullMarked
package io.jopf.admission.config;

import org.jspecify.annotations.NullMarked;
