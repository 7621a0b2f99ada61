package io.jopf.jobflow.plan;

import io.jopf.flow.Retry;
import io.jopf.jobflow.api.Backoff;
import io.jopf.jobflow.api.RetryPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads when a step is tried again. */
public final class Retries {

  private Retries() {}

  /** The nearest policy there is; without any, one attempt. */
  public static Retry of(@Nullable RetryPolicy own, @Nullable RetryPolicy all) {
    RetryPolicy policy = own != null ? own : all;
    if (policy == null) {
      return Retry.none();
    }
    Backoff backoff =
        Objects.requireNonNullElseGet(policy.backoff(), () -> new Backoff(null, null, null));
    return new Retry(
        Objects.requireNonNullElse(policy.limit(), 0),
        Duration.ofSeconds(Objects.requireNonNullElse(backoff.seconds(), 10)),
        Objects.requireNonNullElse(backoff.factor(), 2),
        Duration.ofSeconds(Objects.requireNonNullElse(backoff.maxSeconds(), 600)),
        on(policy.on()));
  }

  private static Set<Retry.Trouble> on(@Nullable List<String> words) {
    if (words == null) {
      return EnumSet.allOf(Retry.Trouble.class);
    }
    Set<Retry.Trouble> on = EnumSet.noneOf(Retry.Trouble.class);
    if (words.contains("Failed")) {
      on.add(Retry.Trouble.FAILED);
    }
    if (words.contains("Lost")) {
      on.add(Retry.Trouble.LOST);
    }
    return on;
  }
}
