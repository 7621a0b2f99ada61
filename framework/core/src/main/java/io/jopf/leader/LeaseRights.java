package io.jopf.leader;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.StartupException;
import java.util.ArrayList;
import java.util.List;

/** Looks before the start whether we may work with the lease: a refusal later would stop us all. */
record LeaseRights(KubernetesClient client) {

  private static final List<String> VERBS = List.of("get", "create", "update");

  /**
   * Asks the server.
   *
   * @throws StartupException naming what is not allowed
   */
  void check(String namespace, String name) {
    List<String> refused = new ArrayList<>();
    for (String verb : VERBS) {
      if (isRefused(verb, namespace, name)) {
        refused.add(verb);
      }
    }
    if (!refused.isEmpty()) {
      throw new StartupException(
          "leader election may not "
              + String.join(", ", refused)
              + " the lease "
              + namespace
              + "/"
              + name
              + ": allow get, create and update of leases.coordination.k8s.io there, or set"
              + " JOPF_LEADER_ELECTION_ENABLED=false if there is one replica only");
    }
  }

  /** A server that does not answer this question answers the others when they come. */
  private boolean isRefused(String verb, String namespace, String name) {
    SelfSubjectAccessReview question =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withGroup("coordination.k8s.io")
            .withResource("leases")
            .withVerb(verb)
            .withNamespace(namespace)
            // a right to create cannot be bound to a name
            .withName("create".equals(verb) ? null : name)
            .endResourceAttributes()
            .endSpec()
            .build();
    try {
      SelfSubjectAccessReview answer =
          client.authorization().v1().selfSubjectAccessReview().create(question);
      return answer.getStatus() != null && Boolean.FALSE.equals(answer.getStatus().getAllowed());
    } catch (KubernetesClientException e) {
      return false;
    }
  }
}
