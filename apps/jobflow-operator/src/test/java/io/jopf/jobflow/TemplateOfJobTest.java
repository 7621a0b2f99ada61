package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateOfJobTest {
  private static final ObjectKey TEMPLATE = new ObjectKey("team", "t.v1");
  private final TemplateOfJob templates = new TemplateOfJob();
  private final Map<String, Job> cache = new HashMap<>();
  private final List<String> looked = new ArrayList<>();

  @Test
  void a_template_looks_only_at_its_own_jobs() {
    for (int i = 0; i < 100; i++) {
      add("other-" + i, "team.other");
    }
    add("b", "team.t.v1");
    add("a", "team.t.v1");

    assertThat(users()).containsExactly("a", "b");
    assertThat(looked).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void a_job_that_has_gone_is_no_user_and_not_looked_at_again() {
    add("a", "team.t.v1");
    cache.clear();

    assertThat(users()).isEmpty();
    looked.clear();
    assertThat(users()).isEmpty();
    assertThat(looked).isEmpty();
  }

  @Test
  void a_job_of_the_name_that_is_made_from_another_template_is_no_user() {
    add("a", "team.t.v1");
    add("a", "team.other");

    assertThat(users()).isEmpty();
  }

  private List<String> users() {
    return templates.users(
        TEMPLATE,
        name -> {
          looked.add(name);
          return Optional.ofNullable(cache.get(name));
        });
  }

  private void add(String name, String template) {
    String yaml =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: %s, namespace: team, annotations: {createByJobTemplate: %s}}
        """
            .formatted(name, template);
    cache.put(name, Serialization.unmarshal(yaml, Job.class));
    templates.map(Serialization.unmarshal(yaml, GenericKubernetesResource.class), Stream.of());
  }
}
