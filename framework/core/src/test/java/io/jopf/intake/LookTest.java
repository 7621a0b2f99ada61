package io.jopf.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.json.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {

  private final GenericKubernetesResource object = object();

  private static GenericKubernetesResource object() {
    try {
      return Json.MAPPER.readValue(
          """
          {"apiVersion": "example.com/v1", "kind": "Thing",
           "metadata": {"name": "a", "uid": "u", "generation": 3, "annotations": {"b": "c"}},
           "spec": {"n": 1, "big": 12345678901, "list": [{"x": 1}], "inner": {"text": "t"}}}
          """,
          GenericKubernetesResource.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata",
        "metadata.name",
        "metadata.generation",
        "metadata.labels",
        "metadata.annotations",
        "metadata.annotations.b",
        "metadata.nothing.at.all",
        "spec",
        "spec.n",
        "spec.n.x",
        "spec.big",
        "spec.list",
        "spec.list.x",
        "spec.inner.text",
        "spec.inner.nothing",
        "status",
        "status.phase",
        "kind",
        "kind.x",
        "apiVersion"
      })
  void a_field_is_the_same_whether_the_whole_object_is_read_or_not(String path) {
    List<String> names = List.of(path.split("\\.", -1));
    Look look =
        new Look(
            object,
            new Looks() {
              @Override
              public <T> T typed(GenericKubernetesResource from, Class<T> type) {
                throw new AssertionError("not asked for");
              }
            });

    assertThat(look.at(names)).isEqualTo(Json.at(Json.tree(object), names));
  }
}
