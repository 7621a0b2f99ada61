package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server as a test wants it: answers once as told, else with what it has. */
final class ScriptedSource implements Source {

  /** What was asked, as {@code list}, {@code list after x} or {@code watch from 7}. */
  final List<String> asked = new ArrayList<>();

  final Deque<Supplier<Page>> pages = new ArrayDeque<>();
  final Deque<KubernetesClientException> refusals = new ArrayDeque<>();
  List<GenericKubernetesResource> objects = List.of();
  String version = "10";
  @Nullable Integer down;
  int closed;
  private @Nullable Watcher<GenericKubernetesResource> watcher;

  static KubernetesClientException answer(int code, String message) {
    return new KubernetesClientException(message, code, null);
  }

  @Override
  public Page list(String next, int limit) {
    asked.add(next.isEmpty() ? limit == 0 ? "list whole" : "list" : "list after " + next);
    fail();
    return pages.isEmpty() ? new Page(objects, version, "") : pages.remove().get();
  }

  @Override
  public Watch watch(String from, Duration renewal, Watcher<GenericKubernetesResource> told) {
    asked.add("watch from " + from);
    fail();
    if (!refusals.isEmpty()) {
      throw refusals.remove();
    }
    watcher = told;
    return () -> closed++;
  }

  private void fail() {
    if (down != null) {
      throw down == 0 ? new KubernetesClientException("no route") : answer(down, "as told");
    }
  }

  void send(Action action, GenericKubernetesResource object) {
    watcher().eventReceived(action, object);
  }

  void bookmark(String at) {
    GenericKubernetesResource mark = Things.thing(1, 1, "");
    mark.getMetadata().setName(null);
    mark.getMetadata().setResourceVersion(at);
    send(Action.BOOKMARK, mark);
  }

  /** The watch that is open, by which a test can still speak after it was replaced. */
  Watcher<GenericKubernetesResource> watcher() {
    if (watcher == null) {
      throw new AssertionError("nobody watches");
    }
    return watcher;
  }

  void drop() {
    watcher().onClose(new WatcherException("Exhausted reconnects"));
  }

  void drop(int code, String message) {
    watcher().onClose(new WatcherException(message, answer(code, message)));
  }
}
