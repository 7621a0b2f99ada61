package io.jopf.jobflow.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ContainerResource;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.jopf.jobflow.cli.StepPods.StepPod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Copies the logs of pods to the output, line by line. For several threads. */
final class PodLogs {
  private final KubernetesClient client;
  private final Session session;
  private final @Nullable String container;
  private volatile boolean failed;

  /**
   * Reads nothing yet.
   *
   * @param container its name; null for each pod's first
   */
  PodLogs(KubernetesClient client, Session session, @Nullable String container) {
    this.client = client;
    this.session = session;
    this.container = container;
  }

  /** Whether some could not be read. */
  boolean failed() {
    return failed;
  }

  /**
   * What a pod has written so far.
   *
   * @param named whether each line begins with the step
   * @return false if it cannot be read, which is told
   */
  boolean print(StepPod pod, boolean named) {
    try (Reader log = container(pod).getLogReader()) {
      copy(pod, log, named);
      return true;
    } catch (KubernetesClientException | IOException e) {
      return trouble(pod, e);
    }
  }

  /** What a pod writes, until it ends. */
  void follow(StepPod pod) {
    try (LogWatch watch = container(pod).watchLog();
        Reader log = new InputStreamReader(watch.getOutput(), StandardCharsets.UTF_8)) {
      copy(pod, log, true);
    } catch (KubernetesClientException | IOException e) {
      trouble(pod, e);
    }
  }

  private ContainerResource container(StepPod pod) {
    PodResource resource =
        client.pods().inNamespace(pod.pod().getMetadata().getNamespace()).withName(pod.name());
    String first = pod.pod().getSpec().getContainers().get(0).getName();
    return resource.inContainer(container == null ? first : container);
  }

  private void copy(StepPod pod, Reader log, boolean named) throws IOException {
    String attempt = pod.attempt() > 1 ? " try" + pod.attempt() : "";
    String prefix = named ? "[" + pod.step() + attempt + "] " : "";
    BufferedReader lines = new BufferedReader(log);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      print(prefix + line);
    }
  }

  private synchronized void print(String line) {
    session.out().println(line);
    session.out().flush();
  }

  private synchronized boolean trouble(StepPod pod, Exception e) {
    failed = true;
    session.out().flush();
    session
        .err()
        .println(
            "jobflow: the logs of step "
                + pod.step()
                + " (pod "
                + pod.name()
                + ") cannot be read: "
                + Words.of(e));
    session.err().flush();
    return false;
  }
}
