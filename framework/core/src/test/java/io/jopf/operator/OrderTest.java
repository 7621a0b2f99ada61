package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Play.End;
import org.junit.jupiter.api.Test;

class OrderTest {

  private final Calls calls = new Calls();

  @Test
  void a_dependent_begins_when_what_it_comes_after_has_succeeded() {
    Life life = calls.life("createLater", "create");
    calls.plan("create", End.LATER);

    life.looks();
    assertThat(calls.since()).containsExactly("create create");
    life.settle();

    assertThat(calls.since()).containsExactly("create create", "createLater create");
  }

  @Test
  void a_failed_dependency_blocks_its_dependents() {
    Life life = calls.life("create", "createLater");
    calls.plan("create", End.FOR_GOOD);

    life.settle();

    assertThat(calls.since()).containsExactly("create create");
  }

  @Test
  void a_dependency_that_is_stored_is_not_repeated_after_a_kill() {
    Life life = calls.life("create", "createLater");
    life.look(Fate.WRITTEN);
    assertThat(calls.since()).containsExactly("create create");
    life.look(Fate.CRASHED);
    assertThat(calls.since()).containsExactly("createLater create");

    life.settle();

    assertThat(calls.since()).containsExactly("createLater create");
  }

  @Test
  void handlers_without_an_order_are_repeated_together_and_once_for_each_kill() {
    Life life = calls.life("create", "createAndUpdate");
    life.look(Fate.CRASHED);
    assertThat(calls.since()).containsExactly("create create", "createAndUpdate create");

    life.settle();

    assertThat(calls.since()).containsExactly("create create", "createAndUpdate create");
  }

  @Test
  void deletions_go_through_their_stages() {
    Life life = calls.life("deleteLast", "deleteLater", "delete");
    life.settle();
    calls.plan("delete", End.LATER);
    calls.plan("deleteLater", End.UNEXPECTED);
    life.delete();

    life.settle();

    assertThat(calls.since())
        .containsExactly(
            "delete delete",
            "delete delete",
            "deleteLater delete",
            "deleteLater delete",
            "deleteLast delete");
    assertThat(life.stored()).isNull();
  }

  @Test
  void a_change_that_concerns_only_the_dependent_does_not_wait() {
    Life life = calls.life("image", "updateLater");
    life.settle();

    life.edit(object -> object.withObject("/data").put("other", "1"));
    life.settle();
    assertThat(calls.since()).containsExactly("updateLater update");

    life.image("1");
    life.settle();
    assertThat(calls.since()).containsExactly("image update", "updateLater update");
  }
}
