package io.jopf.demo.operator;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What operators are started with.
 *
 * @param root the project's directory, below which their jars are
 * @param directory where their logs and temporary files go
 * @param kubeconfig the cluster
 * @param namespaces the only ones they look at
 * @param local whether the cluster is on this machine, so that no proxy leads to it
 */
public record Settings(
    Path root, Path directory, Path kubeconfig, List<String> namespaces, boolean local) {

  /** Prefixes of variables that would configure an operator behind the demo's back. */
  private static final List<String> FOREIGN =
      List.of("JO_", "INGRESS_", "JOPF_", "JUPYTER_", "MICRONAUT_", "KUBERNETES_");

  /** Turns the environment of this process into an operator's. */
  void configure(Map<String, String> environment, int port) {
    environment.keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
    if (local) {
      environment.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    }
    environment.put("KUBECONFIG", kubeconfig.toString());
    environment.put("JOPF_NAMESPACES", String.join(",", namespaces));
    environment.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
    environment.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
    environment.put("INGRESS_DOMAIN", "demo.example.org");
  }

  /** A JVM that starts quickly, since the demo is short. */
  List<String> command(String name) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xmx256m",
        "-Djava.io.tmpdir=" + directory,
        "-jar",
        jar(name).toString());
  }

  Path jar(String name) {
    return root.resolve("apps").resolve(name).resolve("target").resolve(name + ".jar");
  }
}
