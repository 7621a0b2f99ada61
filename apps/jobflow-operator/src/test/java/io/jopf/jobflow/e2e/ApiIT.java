package io.jopf.jobflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.jopf.jobflow.crd.Yaml;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the API server makes of the definitions: what kubectl prints, what it takes. */
@Scenario
@Tag("control-plane-only")
class ApiIT {

  private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
  private static final String FLOW =
      """
      apiVersion: api.practice.com/v1alpha1
      kind: JobFlow
      metadata: {name: f}
      spec:
        flows:
        - name: a
          jobTemplate:
            template:
              spec:
                containers: [{name: main, image: busybox, command: [sh, -c, sleep 1s]}]
      """;

  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  @BeforeEach
  void install(Cluster cluster) {
    cluster.apply(FiveJobs.DEFINITIONS);
  }

  @Test
  void kubectl_prints_name_status_and_age(Cluster cluster) throws Exception {
    operator.start(cluster, Map.of());
    cluster.apply(FLOW);
    cluster.apply(Yaml.repository("examples/daemonjob/example.yaml"));
    FiveJobs view = new FiveJobs(cluster);
    cluster.await("it is Succeed", () -> "Succeed".equals(view.state("f")));

    JsonNode flows = table(cluster, "jobflows");
    assertThat(columns(flows)).containsExactly("NAME", "STATUS", "AGE");
    assertThat(flows.at("/rows/0/cells/0").asText()).isEqualTo("f");
    assertThat(flows.at("/rows/0/cells/1").asText()).isEqualTo("Succeed");
    JsonNode daemonJobs = table(cluster, "daemonjobs");
    assertThat(columns(daemonJobs)).containsExactly("NAME", "STATUS", "AGE");
    assertThat(daemonJobs.at("/rows/0/cells/1").asText()).isNotEmpty();
  }

  @Test
  void every_example_passes_strict_validation(Cluster cluster) {
    List<Path> examples =
        Stream.of("jobflow", "daemonjob", "jobtemplate")
            .flatMap(kind -> Yaml.files("examples/" + kind).stream())
            .toList();

    assertThat(examples).hasSizeGreaterThan(5);
    for (Path example : examples) {
      Yaml.documents(example).forEach(document -> createStrictly(cluster, document.toString()));
    }
  }

  @Test
  void a_misspelt_field_is_refused_however_deep(Cluster cluster) {
    assertThatThrownBy(() -> createStrictly(cluster, FLOW.replace("flows:", "flows: []\n  flwos:")))
        .hasMessageContaining("unknown field \"spec.flwos\"");
    assertThatThrownBy(() -> createStrictly(cluster, FLOW.replace("image:", "imagee:")))
        .hasMessageContaining(
            "unknown field \"spec.flows[0].jobTemplate.template.spec.containers[0].imagee\"");
  }

  private static void createStrictly(Cluster cluster, String yaml) {
    KubernetesClient client = cluster.client();
    GenericKubernetesResource object =
        client.getKubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class);
    client.resource(object).dryRun().fieldValidation(Validation.STRICT).create();
  }

  private static List<String> columns(JsonNode table) {
    return StreamSupport.stream(table.path("columnDefinitions").spliterator(), false)
        .filter(column -> column.path("priority").asInt() == 0)
        .map(column -> column.path("name").asText().toUpperCase(java.util.Locale.ROOT))
        .toList();
  }

  private static JsonNode table(Cluster cluster, String plural) throws Exception {
    KubernetesClient client = cluster.client();
    String url =
        client.getMasterUrl()
            + "apis/api.practice.com/v1alpha1/namespaces/"
            + cluster.namespace()
            + "/"
            + plural;
    var request =
        client.getHttpClient().newHttpRequestBuilder().uri(url).header("Accept", TABLE).build();
    var answer = client.getHttpClient().sendAsync(request, String.class).get();
    assertThat(answer.code()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
