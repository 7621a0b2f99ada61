package io.jopf.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTest {

  /** How hashes that are stored in clusters were made. */
  private static String asMaps(JsonNode node) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(Json.MAPPER.treeToValue(node, Object.class));
  }

  @Provide
  Arbitrary<ObjectNode> trees() {
    return Trees.objects(true);
  }

  @Property
  void the_text_is_that_of_sorted_maps(@ForAll("trees") ObjectNode object) throws IOException {
    assertThat(Sorted.text(object)).isEqualTo(asMaps(object));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[null, 1, -1, 1.5, 1e300, true, false, \"\"]",
        "9223372036854775807",
        "92233720368547758070",
        "{\"b\": {\"d\": null, \"c\": [{\"z\": 1, \"y\": {}}, []]}, \"a\": null}",
        "{\"\\u00e4\": \"\\u20ac \\ud83d\\ude00 \\\" \\\\ \\n \\u0001\", \"A\": 1, \"a\": 2, \"\": 3}"
      })
  void so_is_that_of_everything_else(String json) throws IOException {
    JsonNode node = Json.MAPPER.readTree(json);

    assertThat(Sorted.text(node)).isEqualTo(asMaps(node));
  }
}
