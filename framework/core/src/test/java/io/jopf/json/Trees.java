package io.jopf.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random small JSON trees. */
public final class Trees {

  private Trees() {}

  /** Objects of few field names, so that two of them have much in common. */
  public static Arbitrary<ObjectNode> objects(boolean nulls) {
    return objects(nulls, 3);
  }

  private static Arbitrary<ObjectNode> objects(boolean nulls, int depth) {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), values(nulls, depth - 1))
        .ofMaxSize(4)
        .map(Trees::object);
  }

  private static Arbitrary<JsonNode> values(boolean nulls, int depth) {
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 3).map(IntNode::valueOf),
            Arbitraries.of("", "x", "y").map(TextNode::valueOf));
    Arbitrary<JsonNode> scalars =
        nulls ? Arbitraries.oneOf(leaves, Arbitraries.just(NullNode.getInstance())) : leaves;
    if (depth == 0) {
      return scalars;
    }
    return Arbitraries.oneOf(
        scalars,
        objects(nulls, depth).map(object -> object),
        leaves.list().ofMaxSize(3).map(Trees::array));
  }

  private static ObjectNode object(Map<String, JsonNode> fields) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    object.setAll(fields);
    return object;
  }

  private static JsonNode array(List<JsonNode> items) {
    return Json.MAPPER.createArrayNode().addAll(items);
  }
}
