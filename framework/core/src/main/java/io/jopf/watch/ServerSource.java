package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListMeta;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.jopf.client.ResourceKind;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A kind at the API server.
 *
 * @param client one of {@link #patient}
 * @param namespace empty for all
 * @param labels a selector; empty for everything
 * @param fields another one; empty for everything
 */
record ServerSource(
    KubernetesClient client, ResourceKind kind, String namespace, String labels, String fields)
    implements Source {

  private static final int RETRIES = 3;

  /** A client that honours Retry-After but leaves every other way of going on to the stream. */
  static KubernetesClient patient(KubernetesClient client) {
    var config =
        new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
            .withWatchReconnectLimit(0)
            .withRequestRetryBackoffLimit(RETRIES)
            .build();
    return client.newClient(config).adapt(KubernetesClient.class);
  }

  @Override
  public Page list(String next, int limit) {
    ListOptionsBuilder options = new ListOptionsBuilder();
    if (limit > 0) {
      options.withLimit((long) limit);
    }
    if (!next.isEmpty()) {
      options.withContinue(next);
    }
    GenericKubernetesResourceList list = scope().list(options.build());
    list.getItems().forEach(this::named);
    ListMeta metadata = Objects.requireNonNullElseGet(list.getMetadata(), ListMeta::new);
    return new Page(
        list.getItems(), text(metadata.getResourceVersion()), text(metadata.getContinue()));
  }

  @Override
  public Watch watch(String version, Duration renewal, Watcher<GenericKubernetesResource> watcher) {
    var options =
        new ListOptionsBuilder()
            .withResourceVersion(version)
            .withAllowWatchBookmarks(true)
            .withTimeoutSeconds(Math.max(1, renewal.toSeconds()))
            .build();
    return scope().watch(options, watcher);
  }

  private FilterWatchListDeletable<GenericKubernetesResource, GenericKubernetesResourceList, ?>
      scope() {
    var all = kind.in(client);
    var some = namespace.isEmpty() ? all.inAnyNamespace() : all.inNamespace(namespace);
    return Selectors.apply(some, labels, fields);
  }

  /** Items of a list of a built-in kind do not say what they are. */
  private void named(GenericKubernetesResource item) {
    if (item.getKind() == null) {
      item.setKind(kind.kind());
      item.setApiVersion(kind.apiVersion());
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
