package io.jopf.jupyter.api;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.List;

/**
 * What the API server itself checks when a notebook is made or changed: what the operator could
 * only reject. Blank texts count as absent.
 */
final class CrdRules {

  private static final String IMAGE =
      "([A-Za-z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._/-]+[a-z0-9]+)*"
          + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@[A-Za-z0-9+._-]+:[0-9A-Fa-f]{32,})?";

  private static final String HOST =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

  private static final String QUANTITY =
      "[+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,2}|[numkMGTPE]|[KMGTPE]i)?";

  private static final String NEED_QUANTITY = "need a quantity such as 500m or 2Gi";

  private static final String DURATION = "[0-9]{1,9}|([0-9]{1,9}[smhd])+";

  private static final String NEED_DURATION = "need a length of time like 90m, 2h or 7d";

  private CrdRules() {}

  /** Puts them into the schema of a version. */
  static void add(JSONSchemaProps root) {
    root.setXKubernetesValidations(List.of(name()));
    JSONSchemaProps settings = CrdManifest.at(root, "spec.imDataManager");
    text(settings, "image", 1024, IMAGE, "need an image like name:tag");
    text(settings, "ingressDomain", 253, HOST, "need a host name");
    text(settings, "ingressProxyBodySize", 32, "[0-9]+[kKmMgG]?", "need a size like 500m");
    amount(settings, "shmSize", QUANTITY, NEED_QUANTITY);
    for (String length : List.of("cull.timeout", "cull.maxAge", "timeToLive")) {
      amount(settings, length, DURATION, NEED_DURATION);
    }
    for (String side : List.of("limits", "requests")) {
      amount(settings, "resources." + side + ".cpu", QUANTITY, NEED_QUANTITY);
      amount(settings, "resources." + side + ".memory", QUANTITY, NEED_QUANTITY);
    }
    JSONSchemaProps spec = CrdManifest.at(root, "spec");
    for (String parent : List.of("imDataManager.", "")) {
      text(spec, parent + "project.id", 253, "[A-Za-z0-9][A-Za-z0-9._-]*", "need a directory name");
      for (String id : List.of("runAsUser", "runAsGroup", "fsGroup")) {
        CrdManifest.at(spec, parent + "securityContext." + id).setMinimum(0.0);
      }
    }
  }

  /**
   * Names of Services begin with a letter, and the longest prefix of an object's name is 8 long.
   */
  private static ValidationRule name() {
    String need = "need at most 55 small letters, digits and dashes, a letter first";
    return new ValidationRuleBuilder()
        .withRule("self.metadata.name.matches('^[a-z]([-a-z0-9]{0,53}[a-z0-9])?$')")
        .withMessage("metadata.name: " + need)
        .withMessageExpression("'metadata.name is \\'' + self.metadata.name + '\\': " + need + "'")
        .build();
  }

  private static void text(
      JSONSchemaProps parent, String path, long longest, String pattern, String need) {
    JSONSchemaProps schema = CrdManifest.at(parent, path);
    schema.setMaxLength(longest);
    schema.setXKubernetesValidations(List.of(matches(path, "self", pattern, need)));
  }

  private static void amount(JSONSchemaProps parent, String path, String pattern, String need) {
    CrdManifest.at(parent, path)
        .setXKubernetesValidations(List.of(matches(path, "string(self)", pattern, need)));
  }

  private static ValidationRule matches(String path, String value, String pattern, String need) {
    return new ValidationRuleBuilder()
        .withRule(value + ".trim().matches(r'^(" + pattern + ")?$')")
        .withMessage(need)
        .withMessageExpression("'" + path + " is \\'' + " + value + " + '\\': " + need + "'")
        .build();
  }
}
