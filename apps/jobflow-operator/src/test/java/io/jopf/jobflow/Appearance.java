package io.jopf.jobflow;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.function.Consumer;

/** Tells of objects that appear, and of nothing else. */
record Appearance<T>(Consumer<T> listener) implements ResourceEventHandler<T> {

  static <T> Appearance<T> of(Consumer<T> listener) {
    return new Appearance<>(listener);
  }

  @Override
  public void onAdd(T object) {
    listener.accept(object);
  }

  @Override
  public void onUpdate(T before, T now) {}

  @Override
  public void onDelete(T object, boolean finalStateUnknown) {}
}
