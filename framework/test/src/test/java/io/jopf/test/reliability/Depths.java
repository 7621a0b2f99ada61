package io.jopf.test.reliability;

import io.jopf.metrics.Observer;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** What the gauge of waiting objects would show. */
@Singleton
@Requires(property = "test.depths")
final class Depths implements Observer {

  private final Map<String, IntSupplier> waiting = new ConcurrentHashMap<>();

  @Override
  public void handles(String kind, IntSupplier depth) {
    waiting.put(kind, depth);
  }

  int ofThings() {
    return Objects.requireNonNull(waiting.get("things.scenarios.jopf.io")).getAsInt();
  }
}
