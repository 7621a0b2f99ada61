package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jobflow.api.JobFlow;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobFlowRulesTest {
  private final List<String> warnings = new ArrayList<>();
  private final JobFlowRules rules =
      new JobFlowRules(
          (KubernetesClient)
              Proxy.newProxyInstance(
                  JobFlowRulesTest.class.getClassLoader(),
                  new Class<?>[] {KubernetesClient.class},
                  (proxy, method, arguments) -> {
                    throw new IllegalStateException("the cluster is asked");
                  }));

  @Test
  void the_cluster_is_asked_only_about_a_spec_that_is_new() {
    rules.sound(flow("a"), flow("a"), warnings::add);

    assertThat(warnings).isEmpty();
    assertThatThrownBy(() -> rules.sound(flow("a"), flow("b"), warnings::add))
        .hasMessage("the cluster is asked");
    assertThatThrownBy(() -> rules.sound(null, flow("a"), warnings::add))
        .hasMessage("the cluster is asked");
  }

  private static JobFlow flow(String node) {
    return Serialization.unmarshal(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobFlow
        metadata: {name: f, namespace: team}
        spec:
          globalParams: {nodeName: %s}
          flows: [{name: a, jobTemplate: {template: {spec: {containers: []}}}}]
        """
            .formatted(node),
        JobFlow.class);
  }
}
