package io.jopf.jupyter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.real.RealCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A notebook whose Pod really runs. */
@Scenario
@Tag("real-node")
class RealNotebookIT {

  private static final String IMAGE = "test/jupyter:1";
  private static final String NODE = "minikube";

  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  @Test
  void it_answers_through_its_service_until_it_is_deleted_and_leaves_nothing(
      Cluster cluster, @TempDir Path files) throws Exception {
    RunningNotebook notebook = RunningNotebook.on(cluster);
    loadImage((RealCluster) cluster, files);
    label(cluster);
    Path projects = Files.createDirectory(files.resolve("projects"));
    notebook.applyVolume(NODE, projects);
    operator.start(cluster, Map.of("INGRESS_DOMAIN", "example.com")).awaitReady();

    notebook.apply(IMAGE);
    notebook.awaitAvailable();

    assertThat(get(cluster, "/nb/api")).isEqualTo("{\"version\": \"0\"}\n");
    assertThat(get(cluster, "/nb/login")).isEqualTo(notebook.token() + "\n");
    assertThat(log(cluster)).contains("serving /nb as 1000:100 in /home/jovyan");
    assertThat(projects.resolve("p1/.nb/.bashrc")).isRegularFile();

    notebook.delete();
    cluster.await("nothing is left", () -> notebook.objects().findAny().isEmpty());
  }

  private static void loadImage(RealCluster cluster, Path files) throws IOException {
    Path root = Files.createDirectory(files.resolve("image"));
    NotebookImage.write(root);
    cluster.load(IMAGE, root);
  }

  private static void label(Cluster cluster) {
    cluster
        .client()
        .nodes()
        .withName(NODE)
        .edit(
            node ->
                new NodeBuilder(node)
                    .editMetadata()
                    .addToLabels("informaticsmatters.com/purpose-application", "yes")
                    .endMetadata()
                    .build());
  }

  private static String get(Cluster cluster, String path) throws Exception {
    String address = cluster.client().services().withName("nb").require().getSpec().getClusterIP();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + ":8888" + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static String log(Cluster cluster) {
    Pod pod = cluster.list(Pod.class).get(0);
    return cluster.client().pods().withName(pod.getMetadata().getName()).getLog();
  }
}
