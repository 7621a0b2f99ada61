/**
 * What the operator does on its own behalf: starting up, cleaning up, telling how it is.
 *
 * <p>Expected flow: {@link io.jopf.activity.Activities} hears of every annotated method of every
 * bean when the application starts; the operator runs {@link io.jopf.activity.StartUp} before its
 * first request and {@link io.jopf.activity.CleanUp} as its last act; the health endpoint asks
 * {@link io.jopf.activity.Probes}. Guarantees: no start-up method is tried for ever unless it says
 * so; no clean-up method and no probe can hang the process or the endpoint; a probe is asked at
 * most once in 10 s and never twice at a time. Caveats: nothing of this is stored. Errors: {@link
 * io.jopf.StartupException} when a start-up method has failed for good; failures of the others are
 * logged or told.
 */
@NullMarked
package io.jopf.activity;

import org.jspecify.annotations.NullMarked;
