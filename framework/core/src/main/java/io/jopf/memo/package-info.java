/**
 * What a process keeps in mind of each object.
 *
 * <p>Expected flow: every handler that asks for a {@link io.jopf.Memo} gets the one of its object
 * from {@link io.jopf.memo.Memos}; when the object has gone it is dropped. Guarantees: one memo per
 * object and UID, however many handlers ask at the same time; none outlives its object, not even
 * when a handler still runs while the object goes. Caveats: memory only.
 */
@NullMarked
package io.jopf.memo;

import org.jspecify.annotations.NullMarked;
