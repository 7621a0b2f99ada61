package io.jopf.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An object as filters look at it, together with what predicates have said about it. */
public final class Candidate {

  private static final List<String> LABELS = List.of("metadata", "labels");
  private static final List<String> ANNOTATIONS = List.of("metadata", "annotations");

  private final Function<List<String>, JsonNode> fields;
  private final Function<Class<?>, ?> typed;
  private final Map<When, Boolean> answers = new HashMap<>();

  /**
   * A candidate for one look.
   *
   * @param object its whole JSON; never changed
   * @param typed makes a fresh copy of the object as some class of Kubernetes objects
   */
  public Candidate(ObjectNode object, Function<Class<?>, ?> typed) {
    this(field -> Json.at(object, field), typed);
  }

  /**
   * A candidate whose JSON is not needed as a whole.
   *
   * @param fields the field at a path, the whole object at the empty one; {@code NullNode} if
   *     absent
   * @param typed as above
   */
  public Candidate(Function<List<String>, JsonNode> fields, Function<Class<?>, ?> typed) {
    this.fields = fields;
    this.typed = typed;
  }

  JsonNode labels() {
    return at(LABELS);
  }

  JsonNode annotations() {
    return at(ANNOTATIONS);
  }

  JsonNode at(List<String> field) {
    return fields.apply(field);
  }

  boolean passes(When when) {
    Boolean known = answers.get(when);
    if (known == null) {
      known = when.test(typed.apply(when.type()));
      answers.put(when, known);
    }
    return known;
  }
}
