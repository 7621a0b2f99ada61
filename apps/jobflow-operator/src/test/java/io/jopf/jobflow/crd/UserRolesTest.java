package io.jopf.jobflow.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UserRolesTest {
  private static final String AGGREGATED = "rbac.authorization.k8s.io/aggregate-to-";

  @Test
  void viewers_read_all_kinds_and_editors_and_administrators_write_them_too() {
    assertThat(verbs("view")).containsExactly("get", "list", "watch");
    Set<String> all =
        Set.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");
    assertThat(verbs("edit")).containsExactlyInAnyOrderElementsOf(all);
    assertThat(verbs("admin")).containsExactlyInAnyOrderElementsOf(all);
  }

  /** What a built-in role may do with each of the kinds; the same for all of them. */
  private static Set<String> verbs(String role) {
    Map<String, Set<String>> byResource = new HashMap<>();
    for (JsonNode document :
        Yaml.documents(Yaml.repository("roles/jobflow_operator/files/aggregated-roles.yaml"))) {
      if (document.path("metadata").path("labels").has(AGGREGATED + role)) {
        for (JsonNode rule : document.get("rules")) {
          for (JsonNode resource : rule.get("resources")) {
            rule.get("verbs")
                .forEach(
                    verb ->
                        byResource
                            .computeIfAbsent(resource.asText(), r -> new TreeSet<>())
                            .add(verb.asText()));
          }
        }
      }
    }
    assertThat(byResource).containsKeys(Definitions.PLURALS.toArray(String[]::new));
    assertThat(Set.copyOf(Definitions.PLURALS.stream().map(byResource::get).toList())).hasSize(1);
    return byResource.getOrDefault(Definitions.PLURALS.get(0), Set.of());
  }
}
