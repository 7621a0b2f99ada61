package io.jopf.admission.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.jopf.admission.review.AdmissionHandler;
import io.jopf.annotation.FailurePolicy;
import io.jopf.handler.IllegalHandlerException;
import io.jopf.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Derives webhook entries from handlers. Pure.
 *
 * @param scope what is the operator's business
 * @param target where the handlers are found
 */
public record Configurations(Scope scope, Target target) {

  private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9.]+");
  private static final Pattern EDGES = Pattern.compile("(^|\\.)-+|-+(?=\\.|$)");

  /**
   * One entry per handler.
   *
   * @param bundle the authorities to verify with, as PEM; empty if somebody else fills that in
   * @throws IllegalHandlerException if two would have one name
   */
  ArrayNode entries(List<AdmissionHandler> handlers, String bundle) {
    ArrayNode entries = Json.MAPPER.createArrayNode();
    Set<String> names = new HashSet<>();
    for (AdmissionHandler handler : handlers) {
      String name = name(handler);
      if (!names.add(name)) {
        throw new IllegalHandlerException(
            "two admission handlers would be the webhook " + name + ": set id on one of them");
      }
      entries.add(entry(handler, name, bundle));
    }
    return entries;
  }

  /** What refused requests are told: the id, the kind and the operator. */
  String name(AdmissionHandler handler) {
    String id = CAPITAL.matcher(handler.id()).replaceAll("-").toLowerCase(Locale.ROOT);
    id = EDGES.matcher(FOREIGN.matcher(id).replaceAll("-")).replaceAll("$1");
    return id + "." + handler.kind().plural() + "." + scope.operator() + ".jopf.io";
  }

  private ObjectNode entry(AdmissionHandler handler, String name, String bundle) {
    ObjectNode entry = Json.MAPPER.createObjectNode();
    entry.put("name", name);
    entry.set("clientConfig", target.client(handler.path(), bundle));
    entry.putArray("rules").add(rule(handler));
    entry.put("failurePolicy", handler.failurePolicy() == FailurePolicy.FAIL ? "Fail" : "Ignore");
    entry.put("sideEffects", handler.sideEffects() ? "NoneOnDryRun" : "None");
    entry.put("matchPolicy", "Equivalent");
    entry.set("namespaceSelector", scope.namespaceSelector());
    entry.set("objectSelector", objectSelector(handler));
    ArrayNode conditions = scope.conditions(handler.kind());
    if (!conditions.isEmpty()) {
      entry.set("matchConditions", conditions);
    }
    entry.put("timeoutSeconds", Math.toIntExact(handler.timeout().toSeconds()));
    entry.putArray("admissionReviewVersions").add("v1");
    return entry;
  }

  private static ObjectNode objectSelector(AdmissionHandler handler) {
    ObjectNode selector = Json.MAPPER.createObjectNode();
    List<LabelSelectorRequirement> labels = handler.filter().labels().matchExpressions();
    if (!labels.isEmpty()) {
      selector.set("matchExpressions", Json.node(labels));
    }
    return selector;
  }

  private static ObjectNode rule(AdmissionHandler handler) {
    ObjectNode rule = Json.MAPPER.createObjectNode();
    rule.putArray("apiGroups").add(handler.kind().group());
    rule.putArray("apiVersions").add(handler.kind().version());
    ArrayNode resources = rule.putArray("resources");
    String plural = handler.kind().plural();
    if (handler.subresource().isEmpty() || handler.subresource().equals(AdmissionHandler.ANY)) {
      resources.add(plural);
    }
    if (!handler.subresource().isEmpty()) {
      resources.add(plural + "/" + handler.subresource());
    }
    ArrayNode operations = rule.putArray("operations");
    handler.operations().stream().sorted().forEach(one -> operations.add(one.name()));
    rule.put("scope", handler.kind().namespaced() ? "Namespaced" : "Cluster");
    return rule;
  }

  /** A fingerprint of what the handlers want, whatever the certificate of the day. */
  String hash(List<AdmissionHandler> handlers) {
    return Json.hash(entries(handlers, ""));
  }
}
