package io.jopf;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an operator keeps in mind of one object while its process runs: one value per class, shared
 * by all handlers of the object. Nothing of it is stored; an object that is made anew under the
 * same name starts with an empty one. Several handlers may use it at the same time: what it holds
 * has to bear that.
 *
 * <pre>{@code
 * memo.get(Attempts.class, Attempts::new).count.incrementAndGet();
 * }</pre>
 */
public interface Memo {

  /**
   * The value of a class.
   *
   * @param ifAbsent makes it, at most once, where there is none
   */
  <T> T get(Class<T> type, Supplier<? extends T> ifAbsent);

  /** The value of a class, if there is one. */
  <T> Optional<T> find(Class<T> type);

  /** Forgets the value of a class. */
  void forget(Class<?> type);
}
