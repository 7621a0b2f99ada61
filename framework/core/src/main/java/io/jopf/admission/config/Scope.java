package io.jopf.admission.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which objects are the operator's business, whatever its handlers say.
 *
 * @param operator its name
 * @param namespaces those that it serves, as {@code jopf.namespaces} says; empty for all
 * @param secret the Secret of its certificate, which must never depend on its being served
 */
public record Scope(String operator, List<String> namespaces, ObjectKey secret) {

  private static final String NAME_OF_NAMESPACE = "kubernetes.io/metadata.name";
  private static final Pattern NAME = Pattern.compile("[-a-z0-9]+");

  /** Objects without namespaces are always selected. */
  ObjectNode namespaceSelector() {
    ObjectNode selector = Json.MAPPER.createObjectNode();
    if (!namespaces.isEmpty() && areNames()) {
      selector
          .putArray("matchExpressions")
          .addObject()
          .put("key", NAME_OF_NAMESPACE)
          .put("operator", "In")
          .set("values", Json.node(namespaces.stream().sorted().toList()));
    }
    return selector;
  }

  /** CEL conditions for what selectors cannot say. */
  ArrayNode conditions(ResourceKind kind) {
    ArrayNode conditions = Json.MAPPER.createArrayNode();
    if (kind.namespaced() && !areNames()) {
      conditions.addObject().put("name", "served-namespace").put("expression", served());
    }
    String own =
        switch (kind.resourceName()) {
          case "secrets" -> "request.name == '" + secret.name() + "'";
          case "leases.coordination.k8s.io" -> "request.name.startsWith('" + operator + "')";
          default -> "";
        };
    if (!own.isEmpty()) {
      conditions
          .addObject()
          .put("name", "not-of-the-operator-itself")
          .put("expression", "!(request.namespace == '" + secret.namespace() + "' && " + own + ")");
    }
    return conditions;
  }

  private boolean areNames() {
    return namespaces.stream().allMatch(one -> NAME.matcher(one).matches());
  }

  /** The last pattern that matches decides; where none does, whether the first one excludes. */
  private String served() {
    String expression = String.valueOf(namespaces.get(0).startsWith("!"));
    for (String pattern : namespaces) {
      boolean excludes = pattern.startsWith("!");
      String names = pattern.substring(excludes ? 1 : 0).replace("*", ".*").replace("?", ".");
      expression =
          "request.namespace.matches('^%s$') ? %s : (%s)".formatted(names, !excludes, expression);
    }
    return expression;
  }
}
