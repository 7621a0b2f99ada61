package io.jopf.handler.check;

import static io.jopf.handler.check.Described.after;
import static io.jopf.handler.check.Described.method;
import static io.jopf.handler.check.Described.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRulesTest {

  @Test
  void a_handler_may_come_after_others_of_the_same_cause() {
    assertThat(
            mistakes(
                method("a", on("OnCreate")),
                method("b", after("OnCreate", "", "a")),
                method("c", after("OnCreate", "third", "a", "b"))))
        .isEmpty();
  }

  @Test
  void the_order_of_one_cause_is_not_that_of_another() {
    assertThat(
            mistakes(
                method("a", on("OnCreate"), after("OnDelete", "", "b")),
                method("b", after("OnCreate", "", "a"), on("OnDelete"))))
        .isEmpty();
  }

  @Test
  void what_a_handler_comes_after_has_to_be_there() {
    assertThat(
            mistakes(method("a", on("OnCreate", "first")), method("b", after("OnCreate", "", "a"))))
        .containsExactly("@OnCreate(after = \"a\"): no handler of the class has this id");
  }

  @Test
  void what_a_handler_comes_after_has_to_run_for_the_same_reason() {
    assertThat(mistakes(method("a", on("OnUpdate")), method("b", after("OnCreate", "", "a"))))
        .containsExactly(
            "@OnCreate(after = \"a\"): it never runs for the same reason; add @OnCreate to it");
  }

  @Test
  void nobody_comes_after_himself() {
    assertThat(mistakes(method("a", after("Reconcile", "", "a"))))
        .containsExactly("@Reconcile(after = \"a\"): 'a' would have to come after itself");
    assertThat(
            mistakes(
                method("a", after("OnCreate", "", "c")),
                method("b", after("OnCreate", "", "a")),
                method("c", after("OnCreate", "", "b")),
                method("d", after("OnCreate", "", "c"))))
        .containsExactly(
            "@OnCreate(after = \"c\"): 'a' would have to come after itself",
            "@OnCreate(after = \"a\"): 'b' would have to come after itself",
            "@OnCreate(after = \"b\"): 'c' would have to come after itself");
  }

  private static List<String> mistakes(MethodDescription... methods) {
    return SignatureRules.problems(Described.type(methods)).stream().map(Problem::message).toList();
  }
}
