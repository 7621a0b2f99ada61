package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ObjectKey;
import io.jopf.client.Fence;
import io.jopf.client.ServerAnswer;
import io.jopf.handler.Backoff;
import io.jopf.patch.Changes;
import io.jopf.patch.Patcher;
import io.jopf.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes what cycles want, and keeps what the API server does not take. */
record ChangeWriter(Patcher patcher, Refusals refusals, Time time) {

  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  /** Refused changes are first sent again after the pause that follows so many attempts. */
  private static final int PATIENCE = 3;

  /**
   * Writes. What the handlers have done is kept until it is written: they do not run again.
   *
   * @param again when to look again once it is written
   * @param term in which it is written
   * @return when to look again; null also if the object is gone, which the watch is to tell
   */
  @Nullable Instant write(
      ObjectKey key,
      GenericKubernetesResource object,
      Memory memory,
      Changes changes,
      @Nullable Instant again,
      Fence term) {
    memory.unsaved = changes;
    try {
      Optional<List<String>> dropped = patcher.write(key, memory.uid, changes, term);
      memory.unsaved = null;
      memory.released |= changes.isRelease();
      memory.accepted();
      dropped.ifPresent(fields -> refusals.dropped(object, fields));
      return dropped.isPresent() ? again : null;
    } catch (KubernetesClientException e) {
      if (!ServerAnswer.isRefusal(e)) {
        throw e;
      }
      String message = ServerAnswer.text(e);
      if (memory.refused(object, message)) {
        refusals.refused(object, message);
      }
      // only another schema or admission rule can make the same changes welcome
      return time.now().plus(Backoff.EXPONENTIAL.after(memory.refusals() + PATIENCE, RANDOM));
    }
  }
}
