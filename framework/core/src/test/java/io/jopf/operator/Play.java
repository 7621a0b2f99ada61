package io.jopf.operator;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.PermanentException;
import io.jopf.TemporaryException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one call of a handler goes.
 *
 * @param end how it ends
 * @param image what a user sets the image to while it runs; null: nothing
 */
record Play(End end, @Nullable String image) {

  static final Duration DELAY = Duration.ofSeconds(30);

  enum End {
    SUCCESS,
    LATER,
    AT_ONCE,
    UNEXPECTED,
    FOR_GOOD,
    API_TROUBLE
  }

  static final Play SUCCESS = new Play(End.SUCCESS, null);

  void perform() {
    switch (end) {
      case SUCCESS -> {}
      case LATER -> throw new TemporaryException("not yet", DELAY);
      case AT_ONCE -> throw new TemporaryException("not yet", Duration.ZERO);
      case UNEXPECTED -> throw new IllegalStateException("a bug");
      case FOR_GOOD -> throw new PermanentException("never");
      case API_TROUBLE -> throw new KubernetesClientException("overloaded", 503, null);
    }
  }
}
