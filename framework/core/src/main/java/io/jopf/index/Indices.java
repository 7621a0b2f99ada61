package io.jopf.index;

import io.jopf.Indexed;
import io.jopf.handler.HandlerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All indices of an operator. */
public final class Indices {

  private record Known(HandlerSpec handler, IndexStore<Object, Object> store) {}

  private final List<Known> all = new CopyOnWriteArrayList<>();

  IndexStore<Object, Object> add(HandlerSpec handler) {
    Known known = new Known(handler, new IndexStore<>());
    all.add(known);
    return known.store();
  }

  /**
   * Finds an index.
   *
   * @param owner the class of handlers that has it, or one that it extends
   * @param id its id
   */
  public Optional<Indexed<?, ?>> find(Class<?> owner, String id) {
    List<Indexed<?, ?>> found = new ArrayList<>();
    for (Known known : all) {
      if (owner.isInstance(known.handler().bean()) && known.handler().id().equals(id)) {
        found.add(known.store());
      }
    }
    return found.stream().findFirst();
  }
}
