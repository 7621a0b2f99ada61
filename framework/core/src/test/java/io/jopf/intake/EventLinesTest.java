package io.jopf.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.ObjectKey;
import io.jopf.watch.Delivery;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLinesTest {

  private static final ObjectKey TOM = new ObjectKey("default", "tom");

  private final EventLines lines = new EventLines();

  static GenericKubernetesResource tom(String uid, int version) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("default")
            .withName("tom")
            .withUid(uid)
            .withResourceVersion(Integer.toString(version))
            .build());
    return object;
  }

  private void added(GenericKubernetesResource object) {
    lines.delivered(new Delivery(null, object, false));
  }

  private void modified(GenericKubernetesResource before, GenericKubernetesResource now) {
    lines.delivered(new Delivery(before, now, false));
  }

  private void deleted(GenericKubernetesResource object) {
    lines.delivered(new Delivery(object, null, false));
  }

  /** What a handler gets, as in {@code ADDED 1/5}. */
  private List<String> taken() {
    return lines.take(TOM).stream().map(EventLinesTest::text).toList();
  }

  private static String text(RawEvent raw) {
    GenericKubernetesResource object = raw.object();
    String version = object == null ? "" : "/" + object.getMetadata().getResourceVersion();
    String first = raw.event().initial() ? " at first " : " ";
    return raw.event().type() + first + raw.uid() + version;
  }

  @Test
  void every_state_comes_once_in_its_order() {
    added(tom("a", 1));
    modified(tom("a", 1), tom("a", 2));
    modified(tom("a", 2), tom("a", 3));

    assertThat(taken()).containsExactly("ADDED a/1", "MODIFIED a/2", "MODIFIED a/3");
    assertThat(taken()).isEmpty();
  }

  @Test
  void what_was_found_at_the_start_is_not_told_again_when_the_watch_gets_to_it() {
    lines.found(tom("a", 3));
    added(tom("a", 1));
    modified(tom("a", 1), tom("a", 3));
    modified(tom("a", 3), tom("a", 4));

    assertThat(taken()).containsExactly("ADDED at first a", "MODIFIED a/4");
  }

  @Test
  void a_watch_that_begins_anew_and_lists_the_same_again_is_no_news() {
    added(tom("a", 1));
    assertThat(taken()).containsExactly("ADDED a/1");

    added(tom("a", 1));

    assertThat(taken()).isEmpty();
  }

  @Test
  void an_object_made_anew_is_told_as_such() {
    added(tom("a", 5));
    deleted(tom("a", 6));
    added(tom("b", 7));

    assertThat(taken()).containsExactly("ADDED a/5", "DELETED a/6", "ADDED b/7");
  }

  @Test
  void a_late_end_of_the_old_object_does_not_end_the_new_one() {
    lines.found(tom("b", 7));
    deleted(tom("a", 6));

    assertThat(taken()).containsExactly("ADDED at first b");
  }

  @Test
  void after_the_end_the_same_name_can_begin_anew() {
    added(tom("a", 5));
    deleted(tom("a", 5));
    taken();

    added(tom("c", 2));

    assertThat(taken()).containsExactly("ADDED c/2");
  }

  @Test
  void a_handler_that_hangs_costs_no_more_than_a_thousand_events() {
    added(tom("a", 1));
    for (int version = 2; version <= 1500; version++) {
      modified(tom("a", version - 1), tom("a", version));
    }

    assertThat(taken()).hasSize(1000).startsWith("MODIFIED a/501").endsWith("MODIFIED a/1500");
  }
}
