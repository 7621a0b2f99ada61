package io.jopf.metrics;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.IntSupplier;

/** For applications without a meter registry. */
@Singleton
@Secondary
final class SilentObserver implements Observer {

  @Override
  public void handles(String kind, IntSupplier waiting) {
    // nobody asks
  }

  @Override
  public void ran(String kind, String handler, String reason, String outcome, Duration took) {
    // nobody asks
  }
}
