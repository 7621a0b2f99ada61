package io.jopf.admission.review;

import static io.jopf.admission.review.Requests.config;
import static io.jopf.admission.review.Requests.creation;
import static io.jopf.admission.review.Requests.deletion;
import static io.jopf.admission.review.Requests.request;
import static io.jopf.admission.review.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jopf.Operation;
import io.jopf.admission.Admission;
import io.jopf.time.Time;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewerTest {

  /** Every delay is over at once, and nobody notices but who waits for it. */
  private static final class Impatience implements Time {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
      if (delay.equals(Duration.ofSeconds(2))) {
        task.run();
      }
      return () -> true;
    }
  }

  private ApplicationContext context = start();
  private final ReviewHandlers handlers = context.getBean(ReviewHandlers.class);

  /** The client only lends its mapper. */
  private static ApplicationContext start(Object... beans) {
    KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder().withMasterUrl("https://127.0.0.1:1").build())
            .build();
    return ApplicationContext.builder(
            Map.of("jopf.enabled", "false", ReviewHandlers.PROPERTY, "true"))
        .singletons(client)
        .singletons(beans)
        .start();
  }

  @AfterEach
  void close() {
    context.close();
  }

  private Verdict review(io.jopf.AdmissionRequest request) {
    return context.getBean(Admission.class).review(request);
  }

  @Test
  void changes_of_all_handlers_come_together_and_nothing_else_changes() {
    Verdict verdict = review(creation(config("colour", " red ")));

    assertThat(verdict.allowed()).isTrue();
    ConfigMap expected =
        new ConfigMapBuilder(config("colour", "red"))
            .editMetadata()
            .addToLabels("looked-at", "yes")
            .endMetadata()
            .build();
    assertThat(verdict.object()).isEqualTo(io.jopf.json.Json.tree(expected));
  }

  @Test
  void a_validating_handler_sees_what_the_mutating_ones_made() {
    review(creation(config("colour", " red ")));

    assertThat(handlers.seen).contains("null -> red", Map.of("colour", "red"));
  }

  @Test
  void a_status_patch_changes_the_status_and_nothing_else() {
    Verdict verdict =
        review(request(Operation.UPDATE, config("a", "b"), config("a", "b"), "status"));

    assertThat(verdict.object().at("/status/ready").asBoolean()).isTrue();
    assertThat(verdict.object().path("data")).hasToString("{\"a\":\"b\"}");
    assertThat(handlers.seen).as("handlers of the object itself").isEmpty();
  }

  @Test
  void a_handler_gets_all_that_it_may_ask_for_and_its_warnings_are_told_once() {
    Verdict verdict = review(creation(config("a", "b")));

    assertThat(handlers.seen)
        .containsExactly(
            "ConfigMap", Operation.CREATE, false, "everything", "nothing", Map.of("a", "b"));
    assertThat(verdict.warnings()).containsExactly("this is looked at");
  }

  @Test
  void of_a_deletion_the_object_is_the_one_that_goes() {
    review(deletion(config("a", "b")));

    assertThat(handlers.seen)
        .containsExactly(
            "ConfigMap", Operation.DELETE, false, "everything", Map.of("a", "b"), "nothing");
  }

  @Test
  void a_field_handler_is_asked_about_changes_of_its_field_alone() {
    review(update(config("a", "b"), config("a", "c")));
    assertThat(handlers.seen).doesNotContain("null -> null");

    review(update(config("colour", "red"), config("colour", "blue")));
    assertThat(handlers.seen).contains("red -> blue");

    review(deletion(config("colour", "blue")));
    assertThat(handlers.seen).contains("blue -> null");
  }

  @Test
  void a_label_guards_an_object_even_against_taking_the_label_away() {
    ConfigMap guarded =
        new ConfigMapBuilder(config("a", "b"))
            .editMetadata()
            .addToLabels("guarded", "")
            .endMetadata()
            .build();

    assertThat(review(update(guarded, config("a", "b"))).message()).isEqualTo("guarded");
    assertThat(review(deletion(guarded)).message()).isEqualTo("guarded");
    assertThat(review(deletion(config("a", "b"))).allowed()).isTrue();
  }

  @Test
  void a_predicate_without_an_answer_refuses() {
    Verdict verdict = review(creation(config("fuse", "old")));

    assertThat(verdict.code()).isEqualTo(500);
    assertThat(verdict.message()).contains("predicate failed", "blown");
  }

  @Test
  void an_update_that_changes_nothing_users_ask_for_concerns_nobody() {
    ConfigMap released =
        new ConfigMapBuilder(config("a", "b"))
            .editMetadata()
            .addToFinalizers("somebody/else")
            .addToAnnotations("shop.jopf.io/state", "{}")
            .endMetadata()
            .build();

    Verdict verdict = review(update(config("a", "b"), released));

    assertThat(verdict.allowed()).isTrue();
    assertThat(handlers.seen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "admission, 422, not like this",
    "forbidden, 403, not you",
    "permanent, 403, never",
    "temporary, 503, not now",
    "other,     500, refuse failed: IllegalStateException: out of order",
    "silent,    500, refuse failed: IllegalStateException",
    "error,     500, refuse failed: StackOverflowError"
  })
  void whatever_a_handler_throws_refuses_the_request(String how, int code, String message) {
    Verdict verdict = review(creation(config("refuse", how)));

    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.code()).isEqualTo(code);
    assertThat(verdict.message()).isEqualTo(message);
    assertThat(verdict.object().isNull()).isTrue();
  }

  @Test
  void a_refusal_still_carries_the_warnings() {
    assertThat(review(creation(config("refuse", "admission"))).warnings()).hasSize(1);
  }

  @Test
  void an_object_that_is_no_such_thing_is_refused_with_the_reason() {
    var request = creation(config("a", "b"));
    ((com.fasterxml.jackson.databind.node.ObjectNode) request.object()).put("data", "text");

    Verdict verdict = review(request);

    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.message()).isNotEmpty();
  }

  @Test
  void a_handler_that_takes_too_long_is_interrupted_and_the_request_refused() {
    context.close();
    context = start(new Impatience());

    Verdict verdict = review(creation(config("refuse", "slow")));

    assertThat(verdict.code()).isEqualTo(503);
    assertThat(verdict.message()).isEqualTo("refuse did not answer within 2 s");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
