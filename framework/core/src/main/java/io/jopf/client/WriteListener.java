package io.jopf.client;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ObjectKey;
import java.util.function.Supplier;

/** Is told of what is written for objects of one kind. */
@FunctionalInterface
public interface WriteListener {

  /** Does not listen. */
  WriteListener NONE = (object, what, answer) -> {};

  /**
   * Something was written, or the API server did not take it.
   *
   * @param object for whose sake
   * @param what for people
   * @param answer {@code ok}, or what the API server said instead
   */
  void wrote(ObjectKey object, String what, String answer);

  /** Makes a write and tells of it, whatever comes of it. */
  default <T> T telling(ObjectKey object, String what, Supplier<T> write) {
    try {
      T answer = write.get();
      wrote(object, what, "ok");
      return answer;
    } catch (KubernetesClientException e) {
      wrote(object, what, Reason.of(e));
      throw e;
    }
  }
}
