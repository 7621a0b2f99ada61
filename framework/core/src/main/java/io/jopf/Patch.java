package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.Consumer;

/**
 * Changes of the handled object itself, written together with the framework's own at the end of the
 * cycle, also when the handler fails temporarily. Edits may run again on a newer copy after a
 * conflict, be it with an own write whose answer was lost: always where they change a list, which
 * is written as a whole, and then nothing that others have done to it meanwhile is lost.
 *
 * @param <T> the handled kind
 */
public interface Patch<T extends HasMetadata> {

  /** Edits labels, annotations or spec; what it does to the status is ignored. */
  void main(Consumer<T> edit);

  /** Edits the status; what it does elsewhere is ignored. */
  void status(Consumer<T> edit);
}
