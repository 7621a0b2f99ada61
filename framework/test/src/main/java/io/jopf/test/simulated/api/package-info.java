/**
 * The API server of the simulated cluster: fabric8's mock server in CRUD mode, with the writes,
 * watches and resource definitions of a real one.
 *
 * <p>Expected flow: a request becomes a {@code Route}, the route finds its {@code Kind}, a read
 * answers from the {@code Store}, a write goes through {@code Writes}, which admits the object and
 * hands the change to watches and controllers. Guarantees: one request at a time; every stored
 * change has its own, growing resource version; what a write answers is what was stored.
 * Assumptions: one client trusts the other, so there is no authentication and no RBAC. Caveats:
 * validation rules in CEL, conversion webhooks and admission webhooks are not run; plain HTTP
 * watches are answered by polling, WebSocket watches (fabric8's default) are real. Errors: a {@code
 * Status} object with the code a real server gives.
 *
 * <p>Internal to the test kit.
 */
@NullMarked
package io.jopf.test.simulated.api;

import org.jspecify.annotations.NullMarked;
