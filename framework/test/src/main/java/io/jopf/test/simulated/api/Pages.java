package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists that are being read in parts; the parts show the moment at which the first was read. */
final class Pages {

  private static final int OPEN = 200;

  /**
   * A part.
   *
   * @param revision of the whole list
   * @param next the token of the next part; null after the last
   * @param remaining how many objects are left
   */
  record Part(List<ObjectNode> items, long revision, @Nullable String next, int remaining) {}

  private record Rest(List<ObjectNode> items, long revision) {}

  private final Map<String, Rest> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rest> eldest) {
          return size() > OPEN;
        }
      };
  private long tokens;

  /**
   * The first part of a list.
   *
   * @param limit how many objects at most; 0 for all
   */
  Part first(List<ObjectNode> all, long revision, int limit) {
    return part(new Rest(all, revision), limit);
  }

  /**
   * The part after another one.
   *
   * @throws ApiException 410 if it is not remembered
   */
  Part next(String token, int limit) {
    Rest rest = open.get(token);
    if (rest == null) {
      throw ApiException.expired();
    }
    return part(rest, limit);
  }

  /** Forgets all lists that are being read. */
  void expire() {
    open.clear();
  }

  private Part part(Rest rest, int limit) {
    int size = rest.items().size();
    if (limit <= 0 || size <= limit) {
      return new Part(rest.items(), rest.revision(), null, 0);
    }
    String token = "list-" + ++tokens;
    open.put(token, new Rest(rest.items().subList(limit, size), rest.revision()));
    return new Part(rest.items().subList(0, limit), rest.revision(), token, size - limit);
  }
}
