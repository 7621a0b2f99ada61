package io.jopf.watch;

import static io.jopf.watch.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import org.junit.jupiter.api.Test;

class EchoesTest {

  private static final ObjectKey KEY = new ObjectKey("default", "one");

  private final Echoes echoes = new Echoes();

  @Test
  void what_comes_while_nothing_is_written_is_of_somebody_else() {
    assertThat(echoes.take(thing(7, 1, "a"), false)).isFalse();
  }

  @Test
  void an_event_after_its_answer_is_an_echo_once() {
    echoes.begin(KEY);
    assertThat(echoes.end(KEY, thing(8, 1, "b"))).isEmpty();

    assertThat(echoes.take(thing(7, 1, "a"), false)).isFalse();
    assertThat(echoes.take(thing(8, 1, "b"), false)).isTrue();
    assertThat(echoes.take(thing(8, 1, "b"), false)).isFalse();
  }

  @Test
  void an_event_before_its_answer_is_held_and_others_are_given_back() {
    GenericKubernetesResource foreign = thing(7, 1, "a");
    echoes.begin(KEY);
    assertThat(echoes.take(foreign, false)).isTrue();
    assertThat(echoes.take(thing(8, 1, "b"), false)).isTrue();

    assertThat(echoes.end(KEY, thing(8, 1, "b"))).containsExactly(foreign);
    assertThat(echoes.take(thing(9, 1, "c"), false)).isFalse();
  }

  @Test
  void without_an_answer_everything_is_given_back() {
    GenericKubernetesResource delivered = thing(8, 1, "b");
    echoes.begin(KEY);
    echoes.take(delivered, false);

    assertThat(echoes.end(KEY, null)).containsExactly(delivered);
  }

  @Test
  void several_writes_may_be_ahead_of_their_events() {
    echoes.begin(KEY);
    echoes.end(KEY, thing(8, 1, "b"));
    echoes.begin(KEY);
    echoes.end(KEY, thing(9, 1, "c"));

    assertThat(echoes.take(thing(8, 1, "b"), false)).isTrue();
    assertThat(echoes.take(thing(9, 1, "c"), false)).isTrue();
  }

  @Test
  void an_object_that_is_gone_is_waited_for_no_more() {
    echoes.begin(KEY);
    echoes.end(KEY, thing(8, 1, "b"));
    echoes.forget(KEY);

    assertThat(echoes.take(thing(8, 1, "b"), false)).isFalse();
  }

  @Test
  void what_was_told_when_it_came_is_not_given_back() {
    echoes.begin(KEY);
    assertThat(echoes.take(thing(7, 1, "a"), true)).isTrue();

    assertThat(echoes.end(KEY, null)).isEmpty();
  }

  @Test
  void an_echo_that_was_told_when_it_came_is_waited_for_no_more() {
    echoes.begin(KEY);
    echoes.take(thing(8, 1, "b"), true);
    echoes.end(KEY, thing(8, 1, "b"));

    assertThat(echoes.take(thing(8, 1, "b"), false)).isFalse();
  }
}
