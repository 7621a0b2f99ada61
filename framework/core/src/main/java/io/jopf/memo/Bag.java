package io.jopf.memo;

import io.jopf.Memo;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A memo. */
final class Bag implements Memo {

  private final Map<Class<?>, Object> values = new ConcurrentHashMap<>();

  @Override
  public <T> T get(Class<T> type, Supplier<? extends T> ifAbsent) {
    return type.cast(
        values.computeIfAbsent(
            type, absent -> Objects.requireNonNull(ifAbsent.get(), "a memo holds no null")));
  }

  @Override
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(values.get(type)).map(type::cast);
  }

  @Override
  public void forget(Class<?> type) {
    values.remove(type);
  }
}
