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

  private final ObjectNode object;
  private final Function<Class<?>, ?> typed;
  private final Map<When, Boolean> answers = new HashMap<>();

  /**
   * A candidate for one look.
   *
   * @param object its whole JSON; never changed
   * @param typed makes a fresh copy of the object as some class of Kubernetes objects
   */
  public Candidate(ObjectNode object, Function<Class<?>, ?> typed) {
    this.object = object;
    this.typed = typed;
  }

  JsonNode labels() {
    return object.path("metadata").path("labels");
  }

  JsonNode annotations() {
    return object.path("metadata").path("annotations");
  }

  JsonNode at(List<String> field) {
    return Json.at(object, field);
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
