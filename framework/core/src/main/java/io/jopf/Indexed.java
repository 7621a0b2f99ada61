package io.jopf;

import java.util.Collection;
import java.util.Set;

/**
 * What an {@code @Index} method has made of all objects of its kind. Complete before any handler
 * runs, and kept up to date: a change is in it before the handlers of the changed object run. A
 * look-up takes the same time however much there is.
 *
 * <p>A parameter of any handler; its name, or {@code @Named}, says which index. {@code @From} names
 * the class of the index where it is another one.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public interface Indexed<K, V> {

  /**
   * The values of all objects under a key, in no order; empty if there are none. A view: it follows
   * later changes.
   */
  Collection<V> get(K key);

  /** Whether any object has a value under a key. */
  boolean contains(K key);

  /** All keys that have values. A view. */
  Set<K> keys();
}
