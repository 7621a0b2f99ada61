package io.jopf.test.scenarios;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.Situation;
import io.jopf.json.Json;
import io.jopf.test.Cluster;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The things in a test's namespace. */
public record Things(Cluster cluster) {

  /** Where their definition is. */
  public static final String DEFINITION = "framework/test/src/test/resources/scenarios/thing.yaml";

  /** The name of the operator in a test is the same everywhere. */
  public static final Marks MARKS = new Marks("test-operator");

  private static final String API_VERSION = "scenarios.jopf.io/v1";

  /** A thing that is not in the cluster yet. */
  public static Thing thing(String name, int size) {
    Thing thing = new Thing();
    thing.getMetadata().setName(name);
    Thing.Spec spec = new Thing.Spec();
    spec.size = size;
    thing.setSpec(spec);
    return thing;
  }

  public Thing create(String name, int size) {
    return create(thing(name, size));
  }

  public Thing create(Thing thing) {
    return cluster.client().resource(thing).create();
  }

  public Resource<Thing> named(String name) {
    return cluster.client().resources(Thing.class).withName(name);
  }

  public Thing get(String name) {
    return Objects.requireNonNull(cluster.get(Thing.class, name), name);
  }

  /** A thing whatever it looks like. */
  public Resource<GenericKubernetesResource> raw(String name) {
    return cluster.client().genericKubernetesResources(API_VERSION, "Thing").withName(name);
  }

  /** Changes a thing, whatever the operator writes at the same time. */
  public void edit(String name, Consumer<Thing> edit) {
    while (true) {
      try {
        named(name)
            .edit(
                thing -> {
                  edit.accept(thing);
                  return thing;
                });
        return;
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw e;
        }
      }
    }
  }

  public void resize(String name, int size) {
    edit(name, thing -> thing.getSpec().size = size);
  }

  /** A field of the status; null where there is none. */
  public @Nullable Object status(String name, String field) {
    Map<String, Object> status = get(name).getStatus();
    return status == null ? null : status.get(field);
  }

  public String version(String name) {
    return get(name).getMetadata().getResourceVersion();
  }

  /** What the operator remembers of a thing. */
  public HandlingState state(String name) {
    return situation(name).stored();
  }

  /** Whether an attempt has failed, the state says so, and another is to come. */
  public boolean isRetrying(String name, String handler) {
    var known = state(name).handlers().get(handler);
    return known != null && known.attempts() > 0;
  }

  /** Waits until every handler of causes has dealt with a thing as it is. */
  public void awaitSettled(String name) {
    cluster.await(
        name + " is settled",
        () -> {
          Situation situation = situation(name);
          return situation.essence().hash().equals(situation.stored().baseline());
        });
  }

  public void awaitStatus(String name, String field, Object value) {
    cluster.await(
        "the status of " + name + " says " + field + ": " + value,
        () -> value.equals(status(name, field)));
  }

  /** What users are told about a thing, as in {@code Reason: message}. */
  public List<String> warnings(String name) {
    return cluster.client().events().v1().events().list().getItems().stream()
        .filter(event -> "Warning".equals(event.getType()))
        .filter(event -> name.equals(event.getRegarding().getName()))
        .map(event -> event.getReason() + ": " + event.getNote())
        .toList();
  }

  private Situation situation(String name) {
    return Situation.of(Json.tree(raw(name).require()), MARKS);
  }
}
