package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.measure.Audit;
import io.jopf.bench.run.Arguments;
import io.jopf.bench.run.ControlPlane;
import io.jopf.bench.run.Definitions;
import io.jopf.bench.run.Operator;
import io.jopf.bench.run.Rights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The API server, the operator's process, and what looks on. */
final class Scene implements AutoCloseable {

  private static final String USER = "operator";
  private static final int SETTLE_MS = 2000;

  final KubernetesClient client;
  final Audit audit;
  private final Path work;
  private final Path out;
  private final Image image;
  private final int heapMb;
  private final ControlPlane plane;
  private final List<KubernetesClient> clients = new ArrayList<>();
  private @Nullable Operator operator;
  private final List<String> namespaces = new ArrayList<>();
  private int starts;

  /**
   * Starts the API server.
   *
   * @param tierB whether the Job controller, the scheduler and simulated nodes run as well
   */
  Scene(Arguments arguments, Sizes sizes, boolean tierB) {
    work = arguments.path("work");
    out = arguments.path("out");
    image =
        Image.make(
            arguments.path("operator"),
            arguments.path("java-options"),
            arguments.path("train"),
            work);
    System.err.println(image.isTrained() ? "with an AOT cache" : "without an AOT cache");
    heapMb = sizes.heapMb();
    Path log = work.resolve("audit.log");
    plane =
        ControlPlane.start(
            arguments.path("control-plane"),
            work.resolve("cluster"),
            flags(tierB, log).toArray(String[]::new));
    client = connect();
    audit = new Audit(log, USER);
    Definitions.apply(client, arguments.path("crds"));
    Definitions.apply(client, ofBareClient(arguments.path("crds")));
    Rights.allowAll(client, USER);
  }

  private static List<String> flags(boolean tierB, Path log) {
    List<String> flags = new ArrayList<>(List.of("--user", USER, "--audit-log", log.toString()));
    if (!tierB) {
      flags.add("--api-only");
    }
    return flags;
  }

  /** The operator's. */
  Path kubeconfig() {
    return work.resolve("cluster/kubeconfig." + USER);
  }

  private Path ofBareClient(Path crds) {
    try {
      String yaml = Files.readString(crds).replace(Manifests.GROUP, Manifests.BARE_GROUP);
      // short names can be had once
      return Files.writeString(
          work.resolve("bare-crds.yaml"),
          yaml.replaceAll("(?m)^    shortNames:\\R(    +- .*\\R)+", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KubernetesClient connect() {
    KubernetesClient next = plane.connect();
    clients.add(next);
    return next;
  }

  String namespace(String name) {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    namespaces.add(name);
    return name;
  }

  /** Takes away all that was played so far. */
  void clear() {
    for (String namespace : namespaces) {
      for (String kind : List.of("JobFlow", "DaemonJob")) {
        client
            .genericKubernetesResources(FlowStates.kind(Manifests.GROUP, kind))
            .inNamespace(namespace)
            .delete();
      }
      client.batch().v1().jobs().inNamespace(namespace).delete();
    }
    namespaces.clear();
    settle();
  }

  /** Starts the operator; see {@link Operator#awaitReady}. */
  Operator start() {
    Path log = out.resolve("jobflow-operator-" + starts++ + ".log");
    Operator started = Operator.start(image.command(heapMb), kubeconfig(), log);
    operator = started;
    return started;
  }

  Operator operator() {
    if (operator == null) {
      throw new IllegalStateException("no operator was started");
    }
    return operator;
  }

  /** Ends the operator at once. */
  void kill() {
    operator().close();
    operator = null;
  }

  /** Lets the operator and the log of the API server come to rest. */
  void settle() {
    LockSupport.parkNanos(SETTLE_MS * 1_000_000L);
  }

  @Override
  public void close() {
    if (operator != null) {
      kill();
    }
    clients.forEach(KubernetesClient::close);
    plane.close();
  }
}
