package io.jopf.handler.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.cause.Essence;
import io.jopf.json.Json;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathsTest {

  @Property
  void a_path_is_accepted_exactly_when_the_essence_can_hold_it(@ForAll("paths") List<String> path) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    ObjectNode parent = object;
    for (String name : path.subList(0, path.size() - 1)) {
      parent = parent.putObject(name);
    }
    parent.put(path.get(path.size() - 1), "x");

    boolean held =
        (path.get(0).equals("status") && path.size() > 1)
            || !Json.at(Essence.of(object).fields(), path).isNull();

    assertThat(FieldPaths.mistake(String.join(".", path)).isEmpty()).isEqualTo(held);
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return Arbitraries.of("spec", "data", "status", "kind", "apiVersion", "metadata")
        .flatMap(
            top ->
                Arbitraries.of("labels", "annotations", "name", "uid", "image")
                    .list()
                    .ofMinSize(top.equals("metadata") ? 2 : 0)
                    .ofMaxSize(2)
                    .map(rest -> Stream.concat(Stream.of(top), rest.stream()).toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "spec.", ".spec", "spec..image"})
  void a_path_has_no_empty_parts(String path) {
    assertThat(FieldPaths.mistake(path)).contains("a field path has no empty parts");
  }

  @ParameterizedTest
  @ValueSource(strings = {" spec", "spec.image ", "spec.my image"})
  void a_path_has_no_spaces(String path) {
    assertThat(FieldPaths.mistake(path)).contains("a field path has no spaces");
  }

  @ParameterizedTest
  @CsvSource({
    "metadata.labels.app.kubernetes.io/name, metadata.labels",
    "metadata.annotations.example.com/colour, metadata.annotations"
  })
  void a_dotted_key_is_answered_with_the_whole_map(String path, String instead) {
    assertThat(FieldPaths.mistake(path))
        .hasValueSatisfying(
            mistake -> assertThat(mistake).contains("a key with dots", "name " + instead));
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata", "metadata.name", "metadata.generation"})
  void of_metadata_only_what_users_change_is_looked_at(String path) {
    assertThat(FieldPaths.mistake(path))
        .contains("of metadata only metadata.labels and metadata.annotations are looked at");
  }
}
