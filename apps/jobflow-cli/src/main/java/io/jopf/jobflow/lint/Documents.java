package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the YAML or JSON of a file and remembers where everything stands. */
final class Documents {
  private static final int MOST_CHARACTERS = 1 << 26;
  private static final int DEEPEST = 200;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String file;
  private final Consumer<Finding> found;
  private Map<String, Position> values = new HashMap<>();
  private Map<String, Position> keys = new HashMap<>();

  private Documents(String file, Consumer<Finding> found) {
    this.file = file;
    this.found = found;
  }

  /** The objects of a text, those of lists one by one; up to the first fault. */
  static List<Document> of(String file, String text, Consumer<Finding> found) {
    return new Documents(file, found).read(text);
  }

  private List<Document> read(String text) {
    List<Document> documents = new ArrayList<>();
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setCodePointLimit(MOST_CHARACTERS)
            .build();
    try {
      for (Node root : new Compose(settings).composeAllFromString(text)) {
        JsonNode tree = tree(root);
        if (tree.path("kind").asText().equals("List") && tree.path("items").isArray()) {
          int number = 0;
          for (Node item : items(root)) {
            documents.add(document(item, "items[" + number++ + "]"));
          }
        } else if (!tree.isNull()) {
          documents.add(document(root, "the document"));
        }
      }
    } catch (MarkedYamlEngineException e) {
      String what = Optional.ofNullable(e.getProblem()).orElse("it cannot be read");
      report(e.getProblemMark().map(Documents::position).orElse(Position.START), what);
    } catch (YamlEngineException e) {
      report(Position.START, String.valueOf(e.getMessage()));
    }
    return documents;
  }

  private void report(Position at, String what) {
    found.accept(
        new Finding(
            Severity.ERROR, "yaml", file, at.line(), at.column(), "", "", "no YAML: " + what));
  }

  private static List<Node> items(Node list) {
    return ((MappingNode) list)
        .getValue().stream()
            .filter(tuple -> key(tuple).equals("items"))
            .flatMap(tuple -> ((SequenceNode) tuple.getValueNode()).getValue().stream())
            .toList();
  }

  private Document document(Node root, String what) {
    JsonNode tree = tree(root);
    Document document = new Document(file, tree, values, keys);
    if (!tree.isObject()) {
      found.accept(document.error("yaml", document.at(""), "", what + " is no object"));
    }
    return document;
  }

  private JsonNode tree(Node root) {
    values = new HashMap<>();
    keys = new HashMap<>();
    return read(root, "", 0);
  }

  private JsonNode read(Node node, String path, int depth) {
    values.put(path, position(node));
    if (depth > DEEPEST) {
      report(position(node), "nested too deeply");
      return NODES.nullNode();
    }
    if (node instanceof MappingNode mapping) {
      ObjectNode object = NODES.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        String key = key(tuple);
        String at = Document.child(path, key);
        Position here = position(tuple.getKeyNode());
        if (object.has(key)) {
          report(here, key + " is there twice");
        }
        keys.put(at, here);
        object.set(key, read(tuple.getValueNode(), at, depth + 1));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = NODES.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(read(item, Document.child(path, array.size()), depth + 1));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return NODES.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(Boolean.parseBoolean(text));
    }
    try {
      if (tag.equals(Tag.INT)) {
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Integer.SIZE
            ? NODES.numberNode(number.intValue())
            : NODES.numberNode(number);
      }
      if (tag.equals(Tag.FLOAT)) {
        return NODES.numberNode(new BigDecimal(text));
      }
    } catch (NumberFormatException noNumber) {
      // such as .inf, which JSON does not have
    }
    return NODES.textNode(text);
  }

  private static Position position(Node node) {
    return node.getStartMark().map(Documents::position).orElse(Position.START);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
