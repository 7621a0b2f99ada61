package io.jopf.test.scenarios.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.jopf.cause.Marks;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = MeterHandlers.class,
    crds = "framework/test/src/test/resources/scenarios/meter.yaml",
    properties = "jopf.workers=1")
class MeterTest {

  @Test
  void what_the_schema_refuses_is_told_once_and_the_handler_waits_for_a_change(
      Cluster cluster, MeterHandlers handlers) {
    create(cluster, "tom", "much");
    cluster.await("users are told", () -> !told(cluster, "WriteRefused").isEmpty());
    create(cluster, "jerry", "1");
    cluster.await("jerry is read", () -> Integer.valueOf(1).equals(reading(cluster, "jerry")));

    assertThat(handlers.read).containsExactly("much", "1");
    assertThat(told(cluster, "WriteRefused")).singleElement().asString().contains("status.reading");

    edit(cluster, "tom", meter -> meter.getSpec().value = "2");
    cluster.await("tom is read", () -> Integer.valueOf(2).equals(reading(cluster, "tom")));
    assertThat(handlers.read).containsExactly("much", "1", "2");
  }

  @Test
  void a_field_that_the_crd_drops_is_told(Cluster cluster) {
    create(cluster, "tom", "1");

    cluster.await("users are told", () -> !told(cluster, "FieldsDropped").isEmpty());

    assertThat(told(cluster, "FieldsDropped"))
        .singleElement()
        .asString()
        .contains("the CRD of meters.scenarios.jopf.io has no place for status.seal");
  }

  @Test
  void a_final_failure_is_a_condition_until_the_next_success(
      Cluster cluster, MeterHandlers handlers) {
    handlers.broken = true;
    create(cluster, "tom", "1");
    cluster.await("it has failed", () -> "True".equals(failed(cluster, "tom")));
    assertThat(condition(cluster, "tom").getMessage()).isEqualTo("reading: out of order");
    assertThat(condition(cluster, "tom").getLastTransitionTime()).isNotEmpty();

    handlers.broken = false;
    edit(cluster, "tom", meter -> meter.getMetadata().getAnnotations().put(Marks.RETRY, "please"));
    cluster.await("it is well", () -> "False".equals(failed(cluster, "tom")));

    assertThat(reading(cluster, "tom")).isEqualTo(1);
    assertThat(handlers.read).containsExactly("1", "1");
  }

  private static void create(Cluster cluster, String name, String value) {
    Meter meter = new Meter();
    meter.getMetadata().setName(name);
    Meter.Spec spec = new Meter.Spec();
    spec.value = value;
    meter.setSpec(spec);
    cluster.client().resource(meter).create();
  }

  private static void edit(Cluster cluster, String name, Consumer<Meter> edit) {
    cluster
        .client()
        .resources(Meter.class)
        .withName(name)
        .edit(
            meter -> {
              edit.accept(meter);
              return meter;
            });
  }

  private static Integer reading(Cluster cluster, String name) {
    Meter meter = Objects.requireNonNull(cluster.get(Meter.class, name));
    Integer reading = meter.getStatus() == null ? null : meter.getStatus().reading;
    return reading == null ? -1 : reading;
  }

  private static String failed(Cluster cluster, String name) {
    Condition found = condition(cluster, name);
    return found.getStatus() == null ? "" : found.getStatus();
  }

  private static Condition condition(Cluster cluster, String name) {
    Meter meter = Objects.requireNonNull(cluster.get(Meter.class, name));
    List<Condition> all = meter.getStatus() == null ? null : meter.getStatus().conditions;
    return all == null
        ? new Condition()
        : all.stream()
            .filter(one -> one.getType().equals(Things.MARKS.failed()))
            .findFirst()
            .orElseGet(Condition::new);
  }

  private static List<String> told(Cluster cluster, String reason) {
    return cluster.client().events().v1().events().list().getItems().stream()
        .filter(event -> reason.equals(event.getReason()))
        .map(event -> event.getNote())
        .toList();
  }
}
