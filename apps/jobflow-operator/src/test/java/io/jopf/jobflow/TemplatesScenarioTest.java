package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.api.UsedTemplate;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class TemplatesScenarioTest {

  @Test
  void a_changed_template_concerns_only_flows_that_start_later(Cluster cluster) {
    Flows flows = new Flows(cluster);
    applyTemplate(cluster, "old");
    flows.applyFlow(
        "f", "- {name: a, SLEEP3}", "- {name: b, dependencies: [a], jobTemplateRef: t}");
    cluster.await("it is fixed", () -> flows.status("f").templates() != null);
    UsedTemplate used = Objects.requireNonNull(flows.status("f").templates()).get(0);
    JobTemplate template = Objects.requireNonNull(cluster.get(JobTemplate.class, "t"));
    assertThat(used.uid()).isEqualTo(template.getMetadata().getUid());
    assertThat(used.generation()).isEqualTo(template.getMetadata().getGeneration());

    applyTemplate(cluster, "new");
    flows.awaitState("f", "Succeed");
    flows.applyFlow("g", "- {name: b, jobTemplateRef: t}");
    flows.awaitState("g", "Succeed");

    assertThat(image(flows, "f-b")).isEqualTo("old");
    assertThat(image(flows, "g-b")).isEqualTo("new");
  }

  @Test
  void a_template_in_use_may_be_deleted(Cluster cluster) {
    Flows flows = new Flows(cluster);
    applyTemplate(cluster, "old");
    flows.applyFlow(
        "f", "- {name: a, SLEEP2}", "- {name: b, dependencies: [a], jobTemplateRef: t}");
    cluster.await("it is fixed", () -> flows.status("f").templates() != null);
    cluster.client().resources(JobTemplate.class).withName("t").delete();

    flows.awaitState("f", "Succeed");

    assertThat(image(flows, "f-b")).isEqualTo("old");
  }

  @Test
  void a_template_from_which_nothing_can_be_made_any_more_costs_no_copy(Cluster cluster) {
    Flows flows = new Flows(cluster);
    applyTemplate(cluster, "old");
    flows.applyFlow("f", "- {name: a, jobTemplateRef: t, retry: {on: [Failed]}}");

    flows.awaitState("f", "Succeed");

    assertThat(cluster.list(ControllerRevision.class)).isEmpty();
  }

  @Test
  void a_template_takes_inputs_with_defaults_and_allowed_values(Cluster cluster) {
    Flows flows = new Flows(cluster);
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobTemplate
        metadata: {name: t}
        spec:
          params:
          - {name: SIZE, default: small, enum: [small, large]}
          jobTemplate:
            template: {spec: {containers: [{name: m, image: 'x:${params.SIZE}',
              command: [sh, -c, sleep 1s]}]}}
        """);
    flows.applyFlow(
        "f",
        "failurePolicy: Continue",
        "flows",
        "- {name: a, jobTemplateRef: t}",
        "- {name: b, jobTemplateRef: t, params: [{name: SIZE, value: large}]}",
        "- {name: c, jobTemplateRef: t, params: [{name: SIZE, value: huge}]}");

    flows.awaitEnd("f");

    assertThat(image(flows, "f-a")).isEqualTo("x:small");
    assertThat(image(flows, "f-b")).isEqualTo("x:large");
    assertThat(flows.step("f", "c").message())
        .isEqualTo("param SIZE is 'huge', which is none of [small, large]");
  }

  private static void applyTemplate(Cluster cluster, String image) {
    cluster.apply(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobTemplate
        metadata: {name: t}
        spec:
          jobTemplate:
            template: {spec: {containers: [{name: m, image: %s, command: [sh, -c, sleep 1s]}]}}
        """
            .formatted(image));
  }

  private static String image(Flows flows, String job) {
    return flows.job(job).getSpec().getTemplate().getSpec().getContainers().get(0).getImage();
  }
}
