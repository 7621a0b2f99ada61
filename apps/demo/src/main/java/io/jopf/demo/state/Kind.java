package io.jopf.demo.state;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;

/** A kind that the demo follows. */
record Kind(String group, String version, String kind, String plural) {

  static final String JOB_FLOW = "JobFlow";
  static final String DAEMON_JOB = "DaemonJob";
  static final String JOB_TEMPLATE = "JobTemplate";
  static final String NOTEBOOK = "JupyterNotebook";
  static final String JOB = "Job";

  static final List<Kind> ALL =
      List.of(
          new Kind("api.practice.com", "v1alpha1", JOB_FLOW, "jobflows"),
          new Kind("api.practice.com", "v1alpha1", DAEMON_JOB, "daemonjobs"),
          new Kind("api.practice.com", "v1alpha1", JOB_TEMPLATE, "jobtemplates"),
          new Kind("squonk.it", "v2", NOTEBOOK, "jupyternotebooks"),
          new Kind("batch", "v1", JOB, "jobs"),
          new Kind("", "v1", "ConfigMap", "configmaps"),
          new Kind("", "v1", "Secret", "secrets"),
          new Kind("", "v1", "Service", "services"),
          new Kind("networking.k8s.io", "v1", "Ingress", "ingresses"),
          new Kind("apps", "v1", "Deployment", "deployments"));

  ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion(version)
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(true)
        .build();
  }
}
