/**
 * Admission: the API server asks the operator before it stores, changes or deletes an object.
 *
 * <p>Expected flow: {@link io.jopf.admission.Admission} holds the methods with {@code @OnValidate}
 * and {@code @OnMutate}. If there are any, {@link io.jopf.admission.AdmissionService} gets a
 * certificate ({@code tls}), listens ({@code http}) and tells the API server whom to ask about what
 * ({@code config}); each handler is asked by itself and answers ({@code review}). Guarantees:
 * whatever a handler does, the request gets an answer that says why it was refused; certificate and
 * configurations are looked after while the operator runs; every replica answers, leader or not.
 * Caveats: handlers may be asked before the first objects have been handled. Errors: {@link
 * io.jopf.StartupException} at start if there is no certificate, no port or no right to say whom to
 * ask; later failures are logged, shown by readiness, and tried again.
 */
@NullMarked
package io.jopf.admission;

import org.jspecify.annotations.NullMarked;
