package io.jopf.admission.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jopf.admission.review.AdmissionHandler;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one of the two configurations as the handlers want it. For one thread at a time. */
public final class ConfigurationKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationKeeper.class);
  private static final String WEBHOOKS = "webhooks";
  private static final String INJECT = "cert-manager.io/inject-ca-from";

  private final KubernetesClient client;
  private final Configurations configurations;
  private final ResourceKind kind;
  private final List<AdmissionHandler> handlers;
  private final String caFrom;
  private final Claim claim;
  private @Nullable ArrayNode applied;
  private @Nullable JsonNode answer;

  /**
   * A keeper.
   *
   * @param mutating which of the two
   * @param all all handlers, of both sorts
   * @param caFrom the cert-manager certificate whose authority is filled in; empty for none
   * @param started when this process was started
   */
  public ConfigurationKeeper(
      KubernetesClient client,
      Configurations configurations,
      boolean mutating,
      List<AdmissionHandler> all,
      String caFrom,
      Instant started) {
    this.client = client;
    this.configurations = configurations;
    this.kind =
        ResourceKind.of(
            mutating ? MutatingWebhookConfiguration.class : ValidatingWebhookConfiguration.class);
    this.handlers = all.stream().filter(one -> one.mutating() == mutating).toList();
    this.caFrom = caFrom;
    this.claim = new Claim(configurations.hash(handlers), started);
  }

  /** The name that both configurations of an operator have. */
  public static String name(Scope scope) {
    return scope.operator() + "." + scope.secret().namespace();
  }

  /**
   * Makes it right if it is not.
   *
   * @param bundle the authorities to verify with, as PEM
   */
  public void check(String bundle) {
    GenericKubernetesResource found = resource().get();
    JsonNode actual = found == null ? null : Json.tree(found);
    Claim other = Claim.on(actual, operator());
    if (claim.yieldsTo(other)) {
      LOG.debug("{} is kept by an operator that was started later", this);
      return;
    }
    ArrayNode entries = configurations.entries(handlers, caFrom.isEmpty() ? bundle : "");
    if (entries.isEmpty()) {
      if (other != null) {
        delete();
      }
      return;
    }
    boolean right =
        actual != null && entries.equals(applied) && actual.path(WEBHOOKS).equals(answer);
    if (!right) {
      apply(entries, claim.isOlderThan(other) && other != null ? other : claim);
      applied = entries;
    }
  }

  /**
   * Takes out what is not persistent, unless others go on.
   *
   * @param others whether other replicas answer
   */
  public void release(boolean others, String bundle) {
    GenericKubernetesResource found = resource().get();
    Claim present = found == null ? null : Claim.on(Json.tree(found), operator());
    if (present == null || others || claim.isOlderThan(present)) {
      return;
    }
    List<AdmissionHandler> staying =
        handlers.stream().filter(AdmissionHandler::persistent).toList();
    if (staying.isEmpty()) {
      delete();
    } else if (staying.size() < handlers.size()) {
      apply(configurations.entries(staying, caFrom.isEmpty() ? bundle : ""), claim);
    }
  }

  private void apply(ArrayNode entries, Claim signature) {
    ObjectNode wanted = Json.MAPPER.createObjectNode();
    wanted.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    ObjectNode metadata = wanted.putObject("metadata");
    metadata.put("name", name(configurations.scope()));
    metadata.putObject("labels").put("app.kubernetes.io/managed-by", operator());
    ObjectNode annotations = metadata.putObject("annotations");
    signature.writeInto(annotations, operator());
    if (!caFrom.isEmpty()) {
      annotations.put(INJECT, caFrom);
    }
    wanted.set(WEBHOOKS, entries);
    GenericKubernetesResource written =
        kind.in(client)
            .resource(
                client
                    .getKubernetesSerialization()
                    .convertValue(wanted, GenericKubernetesResource.class))
            .fieldManager(operator())
            .forceConflicts()
            .serverSideApply();
    answer = Json.tree(written).path(WEBHOOKS);
    LOG.info("applied {} with {} webhooks", this, entries.size());
  }

  private void delete() {
    resource().delete();
    LOG.info("deleted {}", this);
  }

  private Resource<GenericKubernetesResource> resource() {
    return kind.in(client, "", name(configurations.scope()));
  }

  private String operator() {
    return configurations.scope().operator();
  }

  @Override
  public String toString() {
    return kind.kind() + " " + name(configurations.scope());
  }
}
