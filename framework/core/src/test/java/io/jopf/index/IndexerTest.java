package io.jopf.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.Indexed;
import io.jopf.ObjectKey;
import io.jopf.PermanentException;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Specs;
import io.jopf.intake.Called;
import io.jopf.intake.Extras;
import io.jopf.intake.HandlerCalls;
import io.jopf.intake.Look;
import io.jopf.intake.PlainLooks;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexerTest {

  private static final ObjectKey TOM = new ObjectKey("default", "tom");
  private static final HandlerSpec HANDLER = Specs.handler("byColour", Reason.INDEX);

  private final List<Integer> attempts = new ArrayList<>();
  private Outcome next = new Outcome.Succeeded(null);
  private final Indices indices = new Indices();
  private final Indexer indexer =
      new Indexer(List.of(HANDLER), indices, new Calls(), new FakeTime());

  private final class Calls implements HandlerCalls {
    @Override
    public Called call(
        HandlerSpec handler,
        Reason reason,
        Retry retry,
        GenericKubernetesResource object,
        Extras extras) {
      attempts.add(retry.attempt());
      return new Called(next, new Changes(Json.tree(object)));
    }

    @Override
    public boolean write(GenericKubernetesResource object, Changes changes) {
      throw new AssertionError("an index writes nothing");
    }

    @Override
    public void tellGivenUp(
        HandlerSpec handler, GenericKubernetesResource object, Outcome outcome) {
      throw new AssertionError("nobody is told");
    }
  }

  private static Look tom(String uid) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setMetadata(
        new ObjectMetaBuilder().withNamespace("default").withName("tom").withUid(uid).build());
    return new PlainLooks().at(object);
  }

  private @Nullable Duration look(Outcome outcome) {
    next = outcome;
    return indexer.look(TOM, tom("1"));
  }

  private Indexed<?, ?> index() {
    return indices.find(Object.class, "byColour").orElseThrow();
  }

  private static Outcome values(Object values) {
    return new Outcome.Succeeded(values);
  }

  private static Outcome failed(@Nullable Duration delay) {
    return new Outcome.TryAgain(delay, "not now", true, new IllegalStateException("not now"));
  }

  @Test
  void a_map_is_indexed_by_its_keys_and_anything_else_by_its_object() {
    look(values(Map.of("red", 1, "green", 2)));
    assertThat(index().keys()).isEqualTo(Set.of("red", "green"));

    look(values("a value"));
    assertThat(index().keys()).isEqualTo(Set.of(TOM));
  }

  @Test
  void null_keys_and_values_index_nothing() {
    Map<String, Integer> values = new HashMap<>();
    values.put("red", null);
    values.put(null, 1);
    values.put("green", 2);

    look(values(values));

    assertThat(index().keys()).isEqualTo(Set.of("green"));
  }

  @Test
  void null_leaves_what_was_there_unless_the_object_is_another_one() {
    look(values(Map.of("red", 1)));
    look(new Outcome.Succeeded(null));
    assertThat(index().keys()).isEqualTo(Set.of("red"));

    indexer.look(TOM, tom("2"));
    assertThat(index().keys()).isEmpty();
  }

  @Test
  void after_a_temporary_failure_the_object_is_left_out_until_another_try() {
    look(values(Map.of("red", 1)));

    assertThat(look(failed(Duration.ofSeconds(7)))).isEqualTo(Duration.ofSeconds(7));
    assertThat(index().keys()).isEmpty();
    assertThat(look(failed(null))).isPositive();
    assertThat(look(values(Map.of("red", 1)))).isNull();

    assertThat(index().keys()).isEqualTo(Set.of("red"));
    assertThat(attempts).containsExactly(0, 0, 1, 2);
    look(failed(null));
    assertThat(attempts).endsWith(0);
  }

  @Test
  void after_a_permanent_failure_it_is_left_out_until_it_changes() {
    look(values(Map.of("red", 1)));

    assertThat(look(new Outcome.GaveUp("never", new PermanentException("never")))).isNull();

    assertThat(index().keys()).isEmpty();
  }

  @Test
  void what_is_gone_leaves_the_index() {
    look(values(Map.of("red", 1)));

    indexer.look(TOM, null);

    assertThat(index().keys()).isEmpty();
  }
}
