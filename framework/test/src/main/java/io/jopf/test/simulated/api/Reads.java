package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Answers gets, lists and watches. */
final class Reads {

  private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";
  private static final Duration POLL = Duration.ofMillis(500);

  private final Store store;
  private final Consumer<Runnable> exclusively;
  private final Pages pages = new Pages();
  private final History history = new History(2_000);
  private final Set<Watch> watches = new CopyOnWriteArraySet<>();
  private final AtomicInteger undelivered = new AtomicInteger();

  /**
   * @param exclusively does something as one step of the server
   */
  Reads(Store store, Consumer<Runnable> exclusively) {
    this.store = store;
    this.exclusively = exclusively;
    store.listen(
        change -> {
          history.add(change);
          watches.forEach(watch -> watch.offer(change));
          if (DEFINITIONS.equals(change.kind().resource()) && change.deleted()) {
            watches.stream()
                .filter(watch -> watch.isOf(Json.name(change.after())))
                .forEach(Watch::close);
          }
        });
  }

  /** How many watch events are on their way. */
  int undelivered() {
    return undelivered.get();
  }

  /** Makes every resource version until now too old to watch from, and ends all watches so. */
  void expire() {
    history.forget(store.revision());
    pages.expire();
    watches.forEach(Watch::expire);
    watches.clear();
  }

  void close() {
    watches.forEach(Watch::close);
    watches.clear();
  }

  ObjectNode get(Route route, Kind kind) {
    String name = Objects.requireNonNull(route.name());
    ObjectNode object = store.find(kind, route.namespace(), name);
    if (object == null) {
      throw ApiException.notFound(kind, name);
    }
    return object.put("apiVersion", route.apiVersion());
  }

  ObjectNode list(Route route, Kind kind) {
    int limit = Integer.parseInt(route.query().getOrDefault("limit", "0"));
    String token = route.query().getOrDefault("continue", "");
    Pages.Part part =
        token.isEmpty()
            ? pages.first(select(route, kind), store.revision(), limit)
            : pages.next(token, limit);
    ObjectNode list = Json.object();
    list.put("kind", kind.kind() + "List").put("apiVersion", route.apiVersion());
    ObjectNode metadata =
        list.putObject("metadata").put("resourceVersion", Long.toString(part.revision()));
    if (part.next() != null) {
      metadata.put("continue", part.next()).put("remainingItemCount", part.remaining());
    }
    ArrayNode items = list.putArray("items");
    part.items().forEach(object -> items.add(object.put("apiVersion", route.apiVersion())));
    return list;
  }

  ObjectNode table(Route route, Kind kind, Tables tables) {
    List<ObjectNode> objects =
        route.name() == null ? select(route, kind) : List.of(get(route, kind));
    return tables.of(kind, objects, Long.toString(store.revision()));
  }

  List<ObjectNode> select(Route route, Kind kind) {
    Selector selector = Selector.of(route);
    return store.list(kind, route.namespace()).stream().filter(selector::matches).toList();
  }

  MockResponse watch(RecordedRequest request, Route route, Kind kind) {
    Interest interest = Interest.of(route, kind);
    if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      List<ObjectNode> backlog;
      try {
        backlog = backlog(route, interest);
      } catch (ApiException e) {
        backlog = List.of(Interest.event("ERROR", Watch.statusNode(e)));
      }
      boolean bookmarks = "true".equals(route.query().get("allowWatchBookmarks"));
      Watch watch = new Watch(interest, bookmarks, backlog, undelivered, watches::remove);
      watches.add(watch);
      String timeout = route.query().getOrDefault("timeoutSeconds", "");
      if (!timeout.isEmpty()) {
        watch.after(Long.parseLong(timeout), () -> exclusively.accept(() -> end(watch)));
      }
      return new MockResponse().withWebSocketUpgrade(watch);
    }
    return poll(route, interest);
  }

  /** Nobody changes anything meanwhile, so that the bookmark does not overtake a change. */
  private void end(Watch watch) {
    if (watches.contains(watch)) {
      watch.end(store.revision());
    }
  }

  /** Tells all clients how far they have come. */
  void bookmark() {
    watches.forEach(watch -> watch.bookmark(store.revision()));
  }

  /** What happened since the given version; if nothing did, that, after a while. */
  private MockResponse poll(Route route, Interest interest) {
    StringBuilder lines = new StringBuilder();
    backlog(route, interest).forEach(event -> lines.append(event).append('\n'));
    MockResponse response =
        new MockResponse().setResponseCode(200).setHeader("Content-Type", "application/json");
    if (!lines.isEmpty()) {
      return response.setBody(lines.toString());
    }
    boolean bookmarks = "true".equals(route.query().get("allowWatchBookmarks"));
    return response
        .setBody(bookmarks ? interest.bookmark(store.revision()) + "\n" : "\n")
        .setBodyDelay(POLL);
  }

  private List<ObjectNode> backlog(Route route, Interest interest) {
    String from = route.query().getOrDefault("resourceVersion", "0");
    if (from.isEmpty() || "0".equals(from)) {
      return store.list(interest.kind(), interest.namespace()).stream()
          .filter(interest::wants)
          .map(o -> o.put("apiVersion", interest.apiVersion()))
          .map(object -> Interest.event("ADDED", object))
          .toList();
    }
    return history.after(Long.parseLong(from)).stream()
        .map(interest::event)
        .filter(Objects::nonNull)
        .toList();
  }
}
