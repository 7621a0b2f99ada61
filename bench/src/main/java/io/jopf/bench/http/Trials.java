package io.jopf.bench.http;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.run.Child;
import io.jopf.bench.run.Java;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs trials, each in a JVM and a namespace of its own. */
final class Trials {

  private final Path kubeconfig;
  private final KubernetesClient admin;
  private final String ownClasses;
  private final Path work;
  private int count;

  Trials(Path kubeconfig, KubernetesClient admin, String ownClasses, Path work) {
    this.kubeconfig = kubeconfig;
    this.admin = admin;
    this.ownClasses = ownClasses;
    this.work = work;
  }

  /** A trial that has been started. */
  final class Running implements AutoCloseable {

    private final String namespace;
    private final Path output;
    private final Child child;

    private Running(Stack stack, Class<?> trial, List<String> arguments) {
      namespace = "trial-" + count++;
      admin
          .resource(
              new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
          .create();
      output = work.resolve(namespace + "-" + stack.name() + ".log");
      List<String> all =
          new ArrayList<>(List.of("--kubeconfig", kubeconfig.toString(), "--namespace", namespace));
      if (stack.http1()) {
        all.addAll(List.of("--http1", "true"));
      }
      all.addAll(arguments);
      String classPath = ownClasses + ":" + stack.classPath();
      child = Child.start(Java.same().command(classPath, trial, all), Map.of(), output);
    }

    Map<String, Double> figures(int seconds) {
      return Java.figures(child, output, seconds);
    }

    /**
     * Also removes what the trial created, so that the next one finds the server as this one did.
     */
    @Override
    public void close() {
      child.close();
      admin.raw("/api/v1/namespaces/" + namespace + "/configmaps", "DELETE", null);
    }
  }

  Running start(Stack stack, Class<?> trial, List<String> arguments) {
    return new Running(stack, trial, arguments);
  }
}
