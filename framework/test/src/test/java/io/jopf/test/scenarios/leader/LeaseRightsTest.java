package io.jopf.test.scenarios.leader;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jopf.StartupException;
import io.jopf.client.Fence;
import io.jopf.leader.Elections;
import io.jopf.leader.LeaderListener;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.real.RealCluster;
import io.jopf.test.real.ServiceUser;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Scenario
@Tag("control-plane-only")
class LeaseRightsTest {

  private static final LeaderListener NOBODY =
      new LeaderListener() {
        @Override
        public void leads(Fence term) {}

        @Override
        public void follows(Duration rest) {}

        @Override
        public boolean hasEnded() {
          return true;
        }
      };

  private static void allow(Cluster cluster, String verbs) {
    cluster.apply(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: leases}
        rules:
        - apiGroups: [coordination.k8s.io]
          resources: [leases]
          verbs: [%s]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: leases}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: leases}
        subjects: [{kind: ServiceAccount, name: candidate, namespace: %s}]
        """
            .formatted(verbs, cluster.namespace()));
  }

  private static Config as(Cluster cluster, String token) {
    return new ConfigBuilder(cluster.client().getConfiguration())
        .withClientCertData(null)
        .withClientCertFile(null)
        .withClientKeyData(null)
        .withClientKeyFile(null)
        .withOauthToken(token)
        .build();
  }

  @Test
  void the_start_says_which_right_to_the_lease_is_missing(Cluster cluster) {
    ServiceUser user = ServiceUser.create((RealCluster) cluster, "candidate");
    allow(cluster, "get, create");
    try (KubernetesClient client =
            new KubernetesClientBuilder().withConfig(as(cluster, user.token())).build();
        ApplicationContext context =
            ApplicationContext.builder()
                .singletons(client)
                .properties(
                    Map.of(
                        "jopf.enabled",
                        "false",
                        "jopf.leader-election.namespace",
                        cluster.namespace()))
                .start()) {
      Elections elections = context.getBean(Elections.class);

      assertThatThrownBy(() -> elections.candidacy("test-operator", NOBODY))
          .isInstanceOf(StartupException.class)
          .hasMessage(
              "leader election may not update the lease %s/test-operator: allow get, create and update of leases.coordination.k8s.io there, or set JOPF_LEADER_ELECTION_ENABLED=false if there is one replica only",
              cluster.namespace());

      allow(cluster, "get, create, update");
      cluster.await(
          "the new right is known",
          () -> {
            try {
              elections.candidacy("test-operator", NOBODY);
              return true;
            } catch (StartupException e) {
              return false;
            }
          });
      assertThatCode(() -> elections.candidacy("test-operator", NOBODY)).doesNotThrowAnyException();
    }
  }
}
