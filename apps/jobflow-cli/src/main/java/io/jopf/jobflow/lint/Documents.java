package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the YAML or JSON of a file as kubectl does, and remembers where everything stands: what an
 * alias or a merge brings in, where its anchor is.
 */
final class Documents {
  private static final int MOST_CHARACTERS = 1 << 26;
  private static final int DEEPEST = 200;

  /** Values of one object; a few aliases can stand for more than there is memory. */
  private static final int MOST_VALUES = 500_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String file;
  private final Consumer<Finding> found;
  // a list is read as a whole, then item by item
  private final Set<Finding> reported = new HashSet<>();
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
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .setSchema(new Scalars())
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
    Finding finding =
        new Finding(
            Severity.ERROR, "yaml", file, at.line(), at.column(), "", "", "no YAML: " + what);
    if (reported.add(finding)) {
      found.accept(finding);
    }
  }

  private static List<Node> items(Node list) {
    return ((MappingNode) list)
        .getValue().stream()
            .filter(tuple -> key(tuple).equals("items"))
            .flatMap(
                tuple ->
                    tuple.getValueNode() instanceof SequenceNode items
                        ? items.getValue().stream()
                        : Stream.of())
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
    if (node instanceof MappingNode mapping) {
      return object(mapping, path, depth);
    }
    if (node instanceof SequenceNode sequence) {
      check(node, depth);
      ArrayNode array = NODES.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(read(item, Document.child(path, array.size()), depth + 1));
      }
      return array;
    }
    return Scalars.of((ScalarNode) node);
  }

  /** What comes later wins, be it a field of its own or one that is merged. */
  private ObjectNode object(MappingNode mapping, String path, int depth) {
    check(mapping, depth);
    ObjectNode object = NODES.objectNode();
    Set<String> own = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (Scalars.isMerge(tuple.getKeyNode())) {
        for (MappingNode other : merged(tuple.getValueNode())) {
          object.setAll(object(other, path, depth + 1));
        }
        continue;
      }
      String key = key(tuple);
      String at = Document.child(path, key);
      Position here = position(tuple.getKeyNode());
      if (!own.add(key)) {
        report(here, key + " is there twice");
      }
      keys.put(at, here);
      object.set(key, read(tuple.getValueNode(), at, depth + 1));
    }
    return object;
  }

  /** Those that a merge names, the last first, as the first is to win. */
  private static List<MappingNode> merged(Node value) {
    List<Node> nodes =
        new ArrayList<>(value instanceof SequenceNode list ? list.getValue() : List.of(value));
    Collections.reverse(nodes);
    List<MappingNode> mappings = new ArrayList<>();
    for (Node node : nodes) {
      if (!(node instanceof MappingNode mapping)) {
        throw new ComposerException("<< takes a mapping or a list of them", node.getStartMark());
      }
      mappings.add(mapping);
    }
    return mappings;
  }

  private void check(Node node, int depth) {
    if (depth > DEEPEST) {
      throw new ComposerException("nested too deeply", node.getStartMark());
    }
    if (values.size() > MOST_VALUES) {
      throw new ComposerException("too many values, aliases counted", node.getStartMark());
    }
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? Scalars.of(scalar).asText() : "?";
  }

  private static Position position(Node node) {
    return node.getStartMark().map(Documents::position).orElse(Position.START);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
