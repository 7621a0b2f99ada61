package io.jopf.jupyter.objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the Pod that the original operator has started as it is: the template of its Deployment
 * stays until what the Pod is planned from changes. What that was when the notebook was taken over
 * is remembered in an annotation of the Deployment.
 */
public final class OriginalPod {

  static final String ANNOTATION = "squonk.it/original-pod";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private OriginalPod() {}

  /** Whether a Deployment of ours has the original operator's template. */
  public static boolean isIn(@Nullable Deployment deployment) {
    return remembered(deployment).isPresent();
  }

  /**
   * Whether one that is found may stay: not if the notebook is stopped, or asks for a restart or
   * for a token that it has not been given.
   */
  public static boolean mayStay(NotebookPlan plan) {
    return !plan.run().stopped() && plan.run().annotations().isEmpty();
  }

  /** Whether it is to stay like that, now that this is planned. */
  public static boolean staysIn(@Nullable Deployment deployment, NotebookPlan plan) {
    return !plan.run().stopped()
        && remembered(deployment).filter(known -> known.equals(fingerprint(plan))).isPresent();
  }

  /** All that is asked of the Deployment; there has to be one. */
  static Deployment around(NotebookPlan plan) {
    ObjectMeta metadata =
        new ObjectMetaBuilder(DesiredObjects.metadata(plan, plan.name()))
            .addToAnnotations(ANNOTATION, fingerprint(plan))
            .build();
    return new DeploymentBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withReplicas(1)
        .endSpec()
        .build();
  }

  private static Optional<String> remembered(@Nullable Deployment deployment) {
    return Optional.ofNullable(deployment)
        .map(Deployment::getMetadata)
        .map(ObjectMeta::getAnnotations)
        .map(annotations -> annotations.get(ANNOTATION));
  }

  /** Of what says something: a field that a later version adds, empty or false, is no change. */
  static String fingerprint(NotebookPlan plan) {
    ObjectNode wanted = JSON.createObjectNode();
    wanted.set("pod", JSON.valueToTree(plan.pod()));
    wanted.set("run", JSON.valueToTree(plan.run().annotations()));
    prune(wanted);
    try {
      byte[] text = JSON.writeValueAsBytes(JSON.treeToValue(wanted, Object.class));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot tell what a Pod is planned from", e);
    }
  }

  private static void prune(JsonNode node) {
    for (Iterator<JsonNode> all = node.iterator(); all.hasNext(); ) {
      JsonNode value = all.next();
      prune(value);
      if (node.isObject() && saysNothing(value)) {
        all.remove();
      }
    }
  }

  private static boolean saysNothing(JsonNode value) {
    return value.isNull()
        || (value.isContainerNode() && value.isEmpty())
        || (value.isBoolean() && !value.booleanValue());
  }
}
