/**
 * Liveness and readiness for the application's health endpoint, where it has one.
 *
 * <p>Guarantees: liveness never depends on the API server, only on the workers being alive;
 * readiness is up when the first lists have come and every watch is up, and names those that are
 * not.
 */
@NullMarked
package io.jopf.health;

import org.jspecify.annotations.NullMarked;
