package io.jopf.children;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.ObjectKey;
import io.jopf.TemporaryException;
import io.jopf.client.ResourceKind;
import io.jopf.client.ServerAnswer;
import java.net.HttpURLConnection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Server-side apply of one child that says what it is to meet: the very object that was seen, or
 * none. Anything else in its place makes the API server refuse, so that what has come there since
 * is never taken over.
 */
final class Applying {

  private static final int TRIES = 4;

  /**
   * A version that no object has. An object that is there is refused for it; one that is not is
   * made all the same, since its version is the server's to give.
   */
  private static final String NEVER = "1";

  private final KubernetesClient client;
  private final String manager;
  private final ResourceKind kind;
  private final ObjectKey key;
  private int tries;
  private boolean guarded = true;

  Applying(KubernetesClient client, String manager, ResourceKind kind, ObjectKey key) {
    this.client = client;
    this.manager = manager;
    this.kind = kind;
    this.key = key;
  }

  /**
   * Sends it.
   *
   * @param wanted all that is wished for
   * @param known what is there; null if nothing is
   * @return the answer, without managedFields
   */
  GenericKubernetesResource send(ObjectNode wanted, @Nullable GenericKubernetesResource known) {
    ObjectNode body = wanted.deepCopy();
    ObjectNode metadata = body.withObject("/metadata");
    if (known != null) {
      metadata.put("uid", known.getMetadata().getUid());
    } else if (guarded) {
      metadata.put("resourceVersion", NEVER);
      // a server that is asked again although nothing is there does not take such a version
      guarded = false;
    }
    tries++;
    return kind.unread(client, key.namespace(), key.name())
        .patch(context(known != null), body.toString());
  }

  /** A new object takes nobody's fields: a conflict then means that somebody was faster. */
  private PatchContext context(boolean force) {
    return new PatchContext.Builder()
        .withPatchType(PatchType.SERVER_SIDE_APPLY)
        .withFieldManager(manager)
        .withForce(force)
        .build();
  }

  /**
   * Puts what is wished for in the place of what others have made of it, where both together are
   * invalid: lists whose entries have keys are merged, and a port whose number somebody has changed
   * then stands beside ours of the same name.
   *
   * @param existing as just read
   * @param writing makes each of the writes
   * @return whether the server took it; it is to be sent again then, to be known as ours
   */
  boolean replace(ObjectNode wanted, GenericKubernetesResource existing, Writing writing) {
    return new Replacement(
            kind.unreadWithManagers(client, key.namespace(), key.name()), manager, writing)
        .send(wanted, existing);
  }

  /**
   * Makes ours what another operator has set; see {@link Succession}.
   *
   * @param existing as just read, with managedFields
   * @throws TemporaryException if it has changed since
   */
  void succeed(GenericKubernetesResource existing, Writing writing) {
    String patch = new Succession(manager, kind.apiVersion()).patch(existing).orElse(null);
    if (patch == null) {
      return;
    }
    PatchContext context =
        new PatchContext.Builder().withPatchType(PatchType.JSON).withFieldManager(manager).build();
    try {
      writing.write(
          "take over",
          () -> kind.unread(client, key.namespace(), key.name()).patch(context, patch));
    } catch (KubernetesClientException e) {
      // to the API server a test that fails is an invalid patch
      if (isInvalid(e) || e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        throw new TemporaryException(
            kind.kind() + " " + key + " has just changed", Duration.ofSeconds(1));
      }
      throw e;
    }
  }

  /** Whether a refusal may be because something else is there than was known; not too often. */
  boolean mayHaveMissed(KubernetesClientException e, @Nullable GenericKubernetesResource known) {
    boolean another = known != null && isInvalid(e);
    return tries < TRIES && (another || e.getCode() == HttpURLConnection.HTTP_CONFLICT);
  }

  /** What a UID is answered with that is another's, but also many other things. */
  static boolean isInvalid(KubernetesClientException e) {
    return e.getCode() == ServerAnswer.UNPROCESSABLE;
  }

  static boolean isSame(
      @Nullable GenericKubernetesResource one, @Nullable GenericKubernetesResource other) {
    return one != null
        && other != null
        && one.getMetadata().getUid().equals(other.getMetadata().getUid());
  }
}
