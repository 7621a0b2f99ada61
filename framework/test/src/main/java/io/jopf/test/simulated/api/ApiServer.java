package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dispatcher that answers like an API server. Objects are where fabric8's CRUD mode keeps them;
 * the requests it would not answer as a real server does are answered here.
 */
public final class ApiServer extends KubernetesCrudDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Kinds kinds = new Kinds();
  private final Store store = new Store(map, this::getKey);
  private final Deque<Change> unseen = new ArrayDeque<>();
  private final List<Controller> controllers = new ArrayList<>();
  private final List<ClusterListener> listeners = new ArrayList<>();
  private final Discovery discovery = new Discovery(kinds);
  private final Reads reads = new Reads(store, this::run);
  private final WriteRequests requests;
  private final LocalObjects objects;
  private final Tables tables;

  /**
   * @param now the time for timestamps
   */
  public ApiServer(Supplier<Instant> now) {
    Writes writes = new Writes(store, now);
    tables = new Tables(now);
    requests = new WriteRequests(store, kinds, writes);
    objects = new LocalObjects(store, kinds, writes);
    store.listen(unseen::add);
    controllers.add(new Definitions(kinds, store, writes));
    controllers.add(new Namespaces(kinds, store, writes));
    controllers.add(new GarbageCollector(store, writes));
    controllers.add(change -> objects.tell(listeners, change));
  }

  /** Adds a part of the cluster; it sees every change from now on. */
  public void add(ClusterListener listener) {
    run(() -> listeners.add(listener));
  }

  /** Direct access for those who play a part of the cluster. */
  public ClusterObjects objects() {
    return objects;
  }

  /** Does something as one step: no request in between, and controllers react when it is done. */
  public void run(Runnable step) {
    exclusively(
        () -> {
          step.run();
          return null;
        });
  }

  /** The newest resource version. */
  public long revision() {
    return store.revision();
  }

  /** Whether clients have been told of everything. */
  public boolean isDelivered() {
    return reads.undelivered() == 0;
  }

  /**
   * Sends a bookmark through every watch whose client wants them.
   *
   * @return the revision that it tells
   */
  public long bookmark() {
    return exclusively(
        () -> {
          reads.bookmark();
          return store.revision();
        });
  }

  /** Ends all watches with 410 Gone, as after a compaction. */
  public void expireWatches() {
    run(reads::expire);
  }

  @Override
  public void shutdown() {
    reads.close();
  }

  private <T> T exclusively(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      try {
        if (lock.getHoldCount() == 1) {
          react();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void react() {
    Change change = unseen.poll();
    while (change != null) {
      for (Controller controller : controllers) {
        try {
          controller.changed(change);
        } catch (RuntimeException e) {
          LOG.error("A controller of the simulated cluster failed on {}", change.after(), e);
        }
      }
      change = unseen.poll();
    }
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    return exclusively(
        () -> {
          try {
            return answer(request);
          } catch (ApiException e) {
            return response(e.code(), Typed.json(e.status()));
          } catch (RuntimeException e) {
            LOG.error("The simulated API server failed on {}", request, e);
            return response(500, Typed.json(ApiException.badRequest(e.toString()).status()));
          }
        });
  }

  private MockResponse answer(RecordedRequest request) {
    Route route = Route.parse(request.getPath());
    if (route == null) {
      ObjectNode found = discovery.answer(List.of(request.getPath().split("\\?")).get(0));
      if (found == null) {
        throw ApiException.unknownResource();
      }
      return response(200, found.toString());
    }
    Kind kind = kinds.require(route.group(), route.version(), route.plural());
    WriteOptions options = WriteOptions.of(route, request.getHeader("User-Agent"));
    return switch (request.method()) {
      case GET -> read(request, route, kind);
      case POST -> create(route, kind, body(request), options);
      case PUT -> response(200, requests.replace(route, kind, body(request), options).toString());
      case PATCH -> patch(request, route, kind, options);
      case DELETE -> delete(route, kind, body(request), options);
      default -> throw ApiException.methodNotAllowed();
    };
  }

  private MockResponse read(RecordedRequest request, Route route, Kind kind) {
    if (route.isWatch()) {
      return reads.watch(request, route, kind);
    }
    if ("log".equals(route.subresource())) {
      String log =
          reads.get(route, kind).at("/metadata/annotations").path(ClusterObjects.LOG).asText();
      return new MockResponse().setResponseCode(200).setBody(log);
    }
    String accepted = request.getHeader("Accept");
    if (accepted != null && accepted.contains("as=Table")) {
      return response(200, reads.table(route, kind, tables).toString());
    }
    ObjectNode found = route.name() == null ? reads.list(route, kind) : reads.get(route, kind);
    return response(200, found.toString());
  }

  private MockResponse create(Route route, Kind kind, String body, WriteOptions options) {
    if (kind.group().equals("authorization.k8s.io")) {
      ObjectNode review = Typed.body(body);
      review.putObject("status").put("allowed", true);
      return response(201, review.toString());
    }
    if ("eviction".equals(route.subresource())) {
      return delete(route, kind, "", options);
    }
    if (route.subresource() != null) {
      throw ApiException.unknownResource();
    }
    return response(201, requests.create(route, kind, body, options).toString());
  }

  private MockResponse patch(
      RecordedRequest request, Route route, Kind kind, WriteOptions options) {
    String type = request.getHeader("Content-Type");
    boolean existed = !requests.isGone(route, kind, route.name());
    String stored =
        requests.patch(route, kind, type == null ? "" : type, body(request), options).toString();
    return response(existed ? 200 : 201, stored);
  }

  private MockResponse delete(Route route, Kind kind, String body, WriteOptions options) {
    if (route.name() != null) {
      ObjectNode last = requests.delete(route, kind, body, options);
      boolean gone = requests.isGone(route, kind, route.name());
      return response(200, gone ? deleted(kind, last).toString() : last.toString());
    }
    ObjectNode list = reads.list(route, kind);
    for (ObjectNode object : reads.select(route, kind)) {
      requests.delete(route.to(object), kind, body, options);
    }
    return response(200, list.toString());
  }

  private static ObjectNode deleted(Kind kind, ObjectNode last) {
    ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    status.put("status", "Success");
    status
        .putObject("details")
        .put("name", Json.name(last))
        .put("group", kind.group())
        .put("kind", kind.plural())
        .put("uid", Json.uid(last));
    return status;
  }

  private static String body(RecordedRequest request) {
    String body = request.getUtf8Body();
    return body == null ? "" : body;
  }

  private static MockResponse response(int code, String body) {
    return new MockResponse()
        .setResponseCode(code)
        .setHeader("Content-Type", "application/json")
        .setBody(body);
  }
}
