package io.jopf.test.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A service account, as an operator has in its pod: without any rights but those that every account
 * has, until it is given a role.
 */
public final class ServiceUser {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DECISION = "authorization.k8s.io/decision";

  private final RealCluster cluster;
  private final String name;

  private ServiceUser(RealCluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  /** Makes an account in the namespace of a test. */
  public static ServiceUser create(RealCluster cluster, String name) {
    cluster
        .client()
        .resource(
            new ServiceAccountBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    return new ServiceUser(cluster, name);
  }

  /** Gives it the rights of a ClusterRole, in all namespaces. */
  public void bind(Path clusterRole) {
    ClusterRole role = (ClusterRole) cluster.apply(clusterRole).get(0);
    cluster
        .client()
        .resource(
            new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(cluster.namespace() + "-" + name)
                .endMetadata()
                .withNewRoleRef(
                    "rbac.authorization.k8s.io", "ClusterRole", role.getMetadata().getName())
                .addNewSubject("", "ServiceAccount", name, cluster.namespace())
                .build())
        .create();
  }

  /** A token for an hour. */
  public String token() {
    KubernetesClient client = cluster.client();
    TokenRequest granted = client.serviceAccounts().withName(name).tokenRequest(new TokenRequest());
    return granted.getStatus().getToken();
  }

  /** What it has asked the API server for, as in {@code "201 create jobs"}, in this order. */
  public List<String> requests() {
    return requests(event -> true);
  }

  /**
   * Those of its requests that it has no rights for. Not all that is answered with 403: a namespace
   * on its way out takes nothing new from anybody.
   */
  public List<String> refused() {
    return requests(event -> event.path("annotations").path(DECISION).asText().equals("forbid"));
  }

  private List<String> requests(Predicate<JsonNode> wanted) {
    String user = "system:serviceaccount:" + cluster.namespace() + ":" + name;
    List<String> requests = new ArrayList<>();
    try (Stream<String> lines = Files.lines(cluster.auditLog())) {
      for (String line : lines.filter(l -> l.contains(user)).toList()) {
        JsonNode event = MAPPER.readTree(line);
        if (event.at("/user/username").asText().equals(user) && wanted.test(event)) {
          requests.add(
              event.at("/responseStatus/code").asInt()
                  + " "
                  + event.path("verb").asText()
                  + " "
                  + event.at("/objectRef/resource").asText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return requests;
  }
}
