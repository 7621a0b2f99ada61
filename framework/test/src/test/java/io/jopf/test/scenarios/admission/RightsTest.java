package io.jopf.test.scenarios.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.ObjectKey;
import io.jopf.admission.config.ConfigurationKeeper;
import io.jopf.admission.tls.GeneratedCertificate;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.real.RealCluster;
import io.jopf.test.real.ServiceUser;
import io.jopf.time.SystemTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rights that the page about admission lists, and no others. */
@Scenario
@Tag("control-plane-only")
class RightsTest {

  private static final String OPERATOR = "shop";

  @Test
  void the_listed_rights_are_enough_from_the_first_certificate_to_the_last_replica(Cluster given)
      throws IOException {
    RealCluster cluster = (RealCluster) given;
    ServiceUser user = ServiceUser.create(cluster, OPERATOR);
    bind(cluster);
    try (KubernetesClient client = client(cluster, user);
        SystemTime time = new SystemTime()) {
      Keeping keeping = new Keeping(cluster, client, OPERATOR);
      ConfigurationKeeper keeper = keeping.replica(Keeping.START, "first", "persistent");
      ConfigurationKeeper last = keeping.replica(Keeping.START.plusSeconds(1), "first");

      certificate(cluster, client, time, "a").current();
      certificate(cluster, client, time, "b").current();
      keeper.check("CA");
      keeper.check("CB");
      keeper.release(keeping.peers("pod").others(), "CB");
      last.check("CB");
      last.release(keeping.peers("pod").others(), "CB");
    }

    assertThat(user.refused()).isEmpty();
    assertThat(user.requests())
        .contains(
            "201 create secrets",
            "200 update secrets",
            "201 patch validatingwebhookconfigurations",
            "200 patch validatingwebhookconfigurations",
            "200 delete validatingwebhookconfigurations",
            "200 list endpointslices");
  }

  private static GeneratedCertificate certificate(
      Cluster cluster, KubernetesClient client, SystemTime time, String name) {
    return new GeneratedCertificate(
        client,
        time,
        new ObjectKey(cluster.namespace(), OPERATOR + "-webhook-cert"),
        OPERATOR,
        List.of(name),
        Duration.ofDays(1));
  }

  private static KubernetesClient client(Cluster cluster, ServiceUser user) {
    Config admin = cluster.client().getConfiguration();
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(admin.getMasterUrl())
            .withCaCertData(admin.getCaCertData())
            .withCaCertFile(admin.getCaCertFile())
            .withTrustCerts(admin.isTrustCerts())
            .withOauthToken(user.token())
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static void bind(Cluster cluster) throws IOException {
    String page =
        Files.readString(
                Path.of(System.getProperty("jopf.root", "../..")).resolve("docs/admission.md"))
            .replace("my-operator", OPERATOR)
            .replace("my-namespace", cluster.namespace());
    String[] parts =
        page.substring(page.indexOf("# ClusterRole"), page.lastIndexOf("```"))
            .split("# Role in " + cluster.namespace(), -1);
    String everywhere = cluster.namespace() + "-admission";
    List.of(
            new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(everywhere)
                .endMetadata()
                .withRules(rules(parts[0]))
                .build(),
            new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(everywhere)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", everywhere)
                .addNewSubject("", "ServiceAccount", OPERATOR, cluster.namespace())
                .build(),
            new RoleBuilder()
                .withNewMetadata()
                .withName(OPERATOR)
                .endMetadata()
                .withRules(rules(parts[1]))
                .build(),
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName(OPERATOR)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", OPERATOR)
                .addNewSubject("", "ServiceAccount", OPERATOR, cluster.namespace())
                .build())
        .forEach(one -> cluster.client().resource(one).create());
  }

  private static List<PolicyRule> rules(String yaml) {
    return Arrays.asList(Serialization.unmarshal(yaml, PolicyRule[].class));
  }
}
