package io.jopf.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.EventRecorder;
import io.jopf.time.FakeTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EventPosterTest {

  private static final int ROOM = 1000;

  /** Remembers what it was given; holds everything up while its door is closed. */
  private static final class Slow implements EventStore {
    final CountDownLatch door = new CountDownLatch(1);
    final CountDownLatch entered = new CountDownLatch(1);
    final List<Series> created = new CopyOnWriteArrayList<>();
    final List<Integer> counts = new CopyOnWriteArrayList<>();

    @Override
    public boolean create(Series series) {
      entered.countDown();
      try {
        door.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      created.add(series);
      return true;
    }

    @Override
    public boolean update(Series series) {
      counts.add(series.count());
      return true;
    }
  }

  private final Slow store = new Slow();
  private final List<String> dropped = new CopyOnWriteArrayList<>();
  private final EventPoster poster = new EventPoster(store, new FakeTime(), dropped::add);

  private static GenericKubernetesResource object(String apiVersion, String kind) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion(apiVersion);
    object.setKind(kind);
    object.setMetadata(new ObjectMetaBuilder().withName("tom").withUid("1").build());
    return object;
  }

  @Test
  void a_server_that_hangs_holds_nobody_up_and_what_is_too_much_is_counted() throws Exception {
    EventRecorder events = poster.about(object("v1", "Pod"), "handler");
    events.normal("Made", "first");
    store.entered.await();
    for (int i = 0; i < ROOM + 5; i++) {
      events.normal("Made", "again");
    }

    assertThat(dropped).hasSize(5).containsOnly("queue");
    store.door.countDown();
    poster.close();
    assertThat(store.created).hasSize(2);
  }

  @Test
  void what_a_series_still_has_to_tell_is_told_at_the_end() {
    store.door.countDown();
    EventRecorder events = poster.about(object("v1", "Pod"), "handler");
    for (int i = 0; i < 30; i++) {
      events.warning("Broken", "oh");
    }
    poster.close();

    assertThat(store.created).hasSize(1);
    assertThat(store.counts).containsExactly(2, 30);
  }

  @Test
  void there_are_no_events_about_events() {
    store.door.countDown();
    poster.about(object("v1", "Event"), "handler").normal("Made", "");
    poster.about(object("events.k8s.io/v1", "Event"), "handler").normal("Made", "");
    poster.about(object("calendar.io/v1", "Event"), "handler").normal("Made", "");
    poster.close();

    assertThat(store.created)
        .singleElement()
        .returns("calendar.io/v1", series -> series.first.about().getApiVersion());
  }

  @Test
  void events_about_objects_without_a_namespace_are_in_the_default_one() {
    store.door.countDown();
    poster.about(object("v1", "Node"), "handler").normal("Made", "x".repeat(3000));
    poster.close();

    assertThat(store.created)
        .singleElement()
        .returns("default", series -> series.first.namespace())
        .returns(1024, series -> series.first.note().length());
  }

  @Test
  void after_its_end_it_takes_nothing_and_fails_nobody() {
    store.door.countDown();
    poster.close();
    poster.about(object("v1", "Pod"), "handler").normal("Made", "late");

    assertThat(dropped).containsExactly("queue");
  }
}
