package io.jopf.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Provide
  Arbitrary<ObjectNode> trees() {
    return Trees.objects(false);
  }

  @Property
  void the_order_of_fields_does_not_change_the_hash(@ForAll("trees") ObjectNode object) {
    assertThat(Json.hash(reversed(object))).isEqualTo(Json.hash(object));
  }

  @Property
  void different_objects_have_different_hashes(
      @ForAll("trees") ObjectNode one, @ForAll("trees") ObjectNode other) {
    Assume.that(!one.equals(other));

    assertThat(Json.hash(one)).isNotEqualTo(Json.hash(other));
  }

  @Test
  void the_order_of_a_list_changes_the_hash() throws JsonProcessingException {
    assertThat(Json.hash(Json.MAPPER.readTree("[1,2]")))
        .isNotEqualTo(Json.hash(Json.MAPPER.readTree("[2,1]")));
  }

  @Test
  void a_null_field_hashes_as_an_absent_one() throws JsonProcessingException {
    assertThat(Json.hash(Json.MAPPER.readTree("{\"a\":null}")))
        .isEqualTo(Json.hash(Json.MAPPER.createObjectNode()));
  }

  @Test
  void the_hash_is_sixteen_hex_digits_and_the_same_in_every_process() {
    assertThat(Json.hash(Json.tree(Map.of("b", 1, "a", List.of("x")))))
        .isEqualTo("9bfce180614e8aaf");
  }

  @Test
  void equal_numbers_have_equal_nodes_whatever_their_java_type() {
    assertThat(Json.tree(Map.of("n", 1L))).isEqualTo(Json.tree(Map.of("n", (short) 1)));
  }

  @Test
  void what_is_no_object_is_no_tree() {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.tree("text"));
  }

  @Test
  void a_path_that_leads_nowhere_ends_at_null() {
    JsonNode object = Json.tree(Map.of("a", Map.of("b", 1)));

    assertThat(Json.at(object, List.of("a", "b")).asInt()).isEqualTo(1);
    assertThat(Json.at(object, List.of("a", "x", "y")).isNull()).isTrue();
    assertThat(Json.at(object, List.of())).isSameAs(object);
  }

  private static JsonNode reversed(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    List<String> names =
        StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
            .collect(Collectors.toList());
    Collections.reverse(names);
    ObjectNode result = Json.MAPPER.createObjectNode();
    names.forEach(name -> result.set(name, reversed(object.path(name))));
    return result;
  }
}
