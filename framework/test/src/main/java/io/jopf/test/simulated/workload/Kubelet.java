package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import io.jopf.time.Time.Scheduled;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts the pods of existing nodes, and ends them as their script or a test says. */
final class Kubelet extends Part {

  static final String NEVER_READY = "test.jopf.io/never-ready";
  static final String READY_AFTER = "test.jopf.io/ready-after";

  private final Map<String, Scheduled> timers = new HashMap<>();
  private final Map<String, Verdict> verdicts = new HashMap<>();

  /** What a test has decided for the pods of a Job. */
  enum Verdict {
    SUCCEED,
    FAIL,
    HOLD
  }

  Kubelet(ApiServer server, Time time) {
    super(server, time);
  }

  @Override
  public void changed(HasMetadata object, boolean deleted) {
    if (object instanceof Node node && !deleted) {
      objects.list(Pod.class, null).stream()
          .filter(pod -> node.getMetadata().getName().equals(pod.getSpec().getNodeName()))
          .forEach(this::start);
    } else if (object instanceof Pod pod) {
      Pod current = deleted ? null : current(pod);
      if (current == null || !Pods.isActive(current)) {
        cancel(pod);
      } else {
        start(current);
      }
    }
  }

  private @Nullable Pod current(Pod pod) {
    Pod current =
        objects.get(Pod.class, pod.getMetadata().getNamespace(), pod.getMetadata().getName());
    return current != null && current.getMetadata().getUid().equals(pod.getMetadata().getUid())
        ? current
        : null;
  }

  private void cancel(Pod pod) {
    Scheduled timer = timers.remove(pod.getMetadata().getUid());
    if (timer != null) {
      timer.cancel();
    }
  }

  private void start(Pod pod) {
    String node = pod.getSpec().getNodeName();
    if (node == null
        || !"Pending".equals(Pods.phase(pod))
        || !Pods.isActive(pod)
        || objects.get(Node.class, null, node) == null) {
      return;
    }
    boolean service = "Always".equals(pod.getSpec().getRestartPolicy());
    Pods.running(pod, !service, timestamp());
    objects.updateStatus(pod);
    if (service) {
      becomeReady(pod);
    } else {
      obey(pod);
    }
  }

  private void becomeReady(Pod pod) {
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    if (!"true".equals(annotations.get(NEVER_READY))) {
      Duration delay = PodScript.duration(annotations.get(READY_AFTER), Duration.ofSeconds(1));
      later(
          pod,
          delay,
          current -> {
            Pods.running(current, true, timestamp());
            objects.updateStatus(current);
          });
    }
  }

  private void obey(Pod pod) {
    PodScript script = PodScript.of(pod);
    Verdict verdict = verdicts.get(job(pod));
    if (verdict == null) {
      later(pod, script.runFor(), current -> end(current, script.exitCode()));
    } else if (verdict != Verdict.HOLD) {
      end(pod, verdict == Verdict.SUCCEED ? 0 : 1);
    }
  }

  private void later(Pod pod, Duration delay, Consumer<Pod> task) {
    cancel(pod);
    timers.put(
        pod.getMetadata().getUid(),
        after(
            delay,
            () -> {
              Pod current = current(pod);
              if (current != null && Pods.isActive(current)) {
                task.accept(current);
              }
            }));
  }

  private void end(Pod pod, int exitCode) {
    Pods.over(pod, exitCode, "PodFailed", timestamp());
    objects.updateStatus(pod);
  }

  /** Decides for the running and future pods of a Job. */
  void decide(String namespace, String job, Verdict verdict) {
    step(
        () -> {
          verdicts.put(namespace + "/" + job, verdict);
          for (Pod pod : objects.list(Pod.class, namespace)) {
            if ((namespace + "/" + job).equals(job(pod)) && "Running".equals(Pods.phase(pod))) {
              cancel(pod);
              obey(pod);
            }
          }
        });
  }

  private static String job(Pod pod) {
    return pod.getMetadata().getNamespace() + "/" + ownerName(pod, "Job");
  }
}
