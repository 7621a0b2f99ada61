/**
 * Writing the objects that belong to the handled one.
 *
 * <p>Expected flow: a handler says what a child should be; it is compared with what is there, and
 * written by server-side apply under the operator's field manager when something differs; a field
 * that another manager has taken is taken back. Of the kinds that the handler prunes, what it has
 * applied in an earlier run and not in this one is deleted when it has succeeded. A child that
 * another operator has made is taken over: {@code managedFields} then says that we have applied
 * what is there, so that what we do not want goes. Guarantees: an object that the parent does not
 * control, by UID, is never changed nor deleted, not even one that has come this very moment, since
 * every write names the object that it is to meet, or that there is none; other fields of other
 * managers survive; fields that are no longer asked for go; where their kind is watched, equal
 * children cost no request and others one. Assumptions: what a child asks for is all in the desired
 * object; defaults of the server are extra fields and no difference; Kubernetes 1.24 or newer,
 * since older ones make no Service from a write that wants none to be there. Caveats: a child of an
 * earlier parent of the same name is waited out. Errors: {@link io.jopf.ForeignObjectException},
 * {@link io.jopf.TemporaryException} while an old child goes, {@link io.jopf.PermanentException}
 * for one in a namespace where its parent could not own it.
 */
@NullMarked
package io.jopf.children;

import org.jspecify.annotations.NullMarked;
