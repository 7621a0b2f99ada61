package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The defaults of built-in kinds that operators meet: what a real server adds to a Job, a workload,
 * a Pod, a Service or a claim that leaves them out.
 */
final class Defaults {

  private Defaults() {}

  static void fillIn(Kind kind, ObjectNode object) {
    if (!(object.get("spec") instanceof ObjectNode spec)) {
      return;
    }
    switch (kind.resource()) {
      case "jobs.batch" -> job(spec);
      case "deployments.apps" -> deployment(spec);
      case "statefulsets.apps", "replicasets.apps" -> {
        absent(spec, "replicas", 1);
        pod(spec.path("template").path("spec"));
      }
      case "daemonsets.apps" -> pod(spec.path("template").path("spec"));
      case "cronjobs.batch" -> {
        absent(spec, "concurrencyPolicy", "Allow");
        absent(spec, "suspend", false);
        pod(spec.at("/jobTemplate/spec/template/spec"));
      }
      case "pods" -> pod(spec);
      case "services" -> service(spec);
      case "persistentvolumeclaims" -> absent(spec, "volumeMode", "Filesystem");
      default -> {}
    }
  }

  private static void job(ObjectNode spec) {
    if (!spec.has("completions") && !spec.has("parallelism")) {
      spec.put("completions", 1);
    }
    absent(spec, "parallelism", 1);
    absent(spec, "backoffLimit", 6);
    absent(spec, "completionMode", "NonIndexed");
    absent(spec, "suspend", false);
    absent(spec, "manualSelector", false);
    absent(spec, "podReplacementPolicy", "TerminatingOrFailed");
    pod(spec.path("template").path("spec"));
  }

  private static void deployment(ObjectNode spec) {
    absent(spec, "replicas", 1);
    absent(spec, "revisionHistoryLimit", 10);
    absent(spec, "progressDeadlineSeconds", 600);
    if (!spec.has("strategy")) {
      spec.putObject("strategy").put("type", "RollingUpdate");
    }
    if (spec.path("strategy") instanceof ObjectNode strategy
        && "RollingUpdate".equals(strategy.path("type").asText())
        && !strategy.has("rollingUpdate")) {
      strategy.putObject("rollingUpdate").put("maxSurge", "25%").put("maxUnavailable", "25%");
    }
    pod(spec.path("template").path("spec"));
  }

  private static void pod(JsonNode node) {
    if (!(node instanceof ObjectNode spec)) {
      return;
    }
    absent(spec, "restartPolicy", "Always");
    absent(spec, "dnsPolicy", "ClusterFirst");
    absent(spec, "schedulerName", "default-scheduler");
    absent(spec, "terminationGracePeriodSeconds", 30);
    if (!spec.has("securityContext")) {
      spec.putObject("securityContext");
    }
    spec.path("initContainers").forEach(Defaults::container);
    spec.path("containers").forEach(Defaults::container);
    for (JsonNode volume : spec.path("volumes")) {
      for (String source : new String[] {"configMap", "secret"}) {
        if (volume.get(source) instanceof ObjectNode object) {
          absent(object, "defaultMode", 420);
        }
      }
    }
  }

  private static void container(JsonNode node) {
    if (node instanceof ObjectNode container) {
      String image = container.path("image").asText();
      boolean latest =
          image.endsWith(":latest") || image.lastIndexOf(':') <= image.lastIndexOf('/');
      absent(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
      absent(container, "terminationMessagePath", "/dev/termination-log");
      absent(container, "terminationMessagePolicy", "File");
      if (!container.has("resources")) {
        container.putObject("resources");
      }
      container.path("ports").forEach(port -> absent((ObjectNode) port, "protocol", "TCP"));
    }
  }

  private static void service(ObjectNode spec) {
    absent(spec, "type", "ClusterIP");
    absent(spec, "sessionAffinity", "None");
    absent(spec, "internalTrafficPolicy", "Cluster");
    for (JsonNode node : spec.path("ports")) {
      ObjectNode port = (ObjectNode) node;
      absent(port, "protocol", "TCP");
      if (!port.has("targetPort")) {
        port.set("targetPort", port.path("port"));
      }
    }
  }

  private static void absent(ObjectNode object, String field, String value) {
    if (!object.has(field)) {
      object.put(field, value);
    }
  }

  private static void absent(ObjectNode object, String field, int value) {
    if (!object.has(field)) {
      object.put(field, value);
    }
  }

  private static void absent(ObjectNode object, String field, boolean value) {
    if (!object.has(field)) {
      object.put(field, value);
    }
  }
}
