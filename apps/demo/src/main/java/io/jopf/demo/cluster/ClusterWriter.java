package io.jopf.demo.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.demo.Cleanup;
import io.jopf.demo.DemoException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes things in the cluster; on one that lasts it removes them in the end. */
public final class ClusterWriter {

  private static final int ESTABLISHED_SECONDS = 30;
  private static final int GONE_SECONDS = 90;
  private static final String FIELD_MANAGER = "jopf-demo";

  private final KubernetesClient client;
  private final boolean lasting;
  private final Cleanup cleanup;
  private final List<HasMetadata> removed = new ArrayList<>();

  /** Makes a writer. */
  public ClusterWriter(Target target, Cleanup cleanup) {
    this.client = target.client();
    this.lasting = target.lasting();
    this.cleanup = cleanup;
    // undone after all removals, which go on side by side
    cleanup.acquire(() -> this, ClusterWriter::awaitRemovals);
  }

  /** Makes a namespace; there must be none of that name. */
  public void namespace(String name) {
    fresh(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build());
  }

  /** Makes a cluster-wide object; there must be none of its name. */
  public void fresh(HasMetadata object) {
    String what = name(object);
    try {
      cleanup.acquire(() -> client.resource(object).create(), this::remove);
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        throw new DemoException(what + " exists already; the demo needs one of its own", e);
      }
      throw refused(what, e);
    }
  }

  /**
   * Makes the definitions in a file, as far as they are absent, and waits until they are served.
   */
  public void definitions(Path file) {
    for (HasMetadata object : Manifests.read(client, file)) {
      ifAbsent(object);
      if (object instanceof CustomResourceDefinition definition) {
        attempt(
            name(definition),
            () ->
                client
                    .resource(definition)
                    .waitUntilCondition(
                        ClusterWriter::isEstablished, ESTABLISHED_SECONDS, TimeUnit.SECONDS));
      }
    }
  }

  /** Makes a cluster-wide object unless there is one of its name, which stays as it is. */
  public void ifAbsent(HasMetadata object) {
    String what = name(object);
    attempt(
        what,
        () ->
            client.resource(object).get() != null
                ? object
                : cleanup.acquire(() -> client.resource(object).create(), this::remove));
  }

  /** Makes an object in a namespace. */
  public void apply(HasMetadata object, String namespace) {
    attempt(
        name(object),
        () ->
            client
                .resource(object)
                .inNamespace(namespace)
                .fieldManager(FIELD_MANAGER)
                .serverSideApply());
  }

  private void remove(HasMetadata object) {
    if (lasting) {
      client.resource(object).delete();
      removed.add(object);
    }
  }

  private void awaitRemovals() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GONE_SECONDS);
    List<String> left = new ArrayList<>();
    for (HasMetadata object : removed) {
      long rest = Math.max(1, end - System.nanoTime());
      try {
        client.resource(object).waitUntilCondition(Objects::isNull, rest, TimeUnit.NANOSECONDS);
      } catch (KubernetesClientException e) {
        left.add(name(object));
      }
    }
    if (!left.isEmpty()) {
      throw new DemoException("the cluster is still removing " + String.join(", ", left));
    }
  }

  private static boolean isEstablished(@Nullable CustomResourceDefinition definition) {
    return Optional.ofNullable(definition)
        .map(CustomResourceDefinition::getStatus)
        .map(CustomResourceDefinitionStatus::getConditions)
        .orElse(List.of())
        .stream()
        .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  private static <T> T attempt(String what, Supplier<T> act) {
    try {
      return act.get();
    } catch (KubernetesClientException e) {
      throw refused(what, e);
    }
  }

  private static DemoException refused(String what, KubernetesClientException e) {
    return new DemoException("the cluster did not take " + what + ": " + Reasons.of(e), e);
  }

  private static String name(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }
}
