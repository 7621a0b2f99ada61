package io.jopf.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.AdmissionException;
import io.jopf.AdmissionRequest;
import io.jopf.Cancellation;
import io.jopf.Children;
import io.jopf.Diff;
import io.jopf.EventRecorder;
import io.jopf.HandlerContext;
import io.jopf.Indexed;
import io.jopf.Live;
import io.jopf.Memo;
import io.jopf.Operation;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.Retry;
import io.jopf.Stopped;
import io.jopf.SubHandlers;
import io.jopf.Warnings;
import io.jopf.WatchEvent;
import io.jopf.Watched;
import io.jopf.cause.Diffs;
import io.jopf.json.Json;
import java.net.HttpURLConnection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question to one handler. What belongs to handling stored objects is not there. */
record ReviewInvocation(
    AdmissionHandler handler,
    AdmissionRequest request,
    Warnings warnings,
    Mutation mutation,
    Cancellation cancellation,
    KubernetesSerialization serialization)
    implements HandlerContext {

  @Override
  public String handlerId() {
    return handler.id();
  }

  @Override
  public <T> T resource(Class<T> type) {
    try {
      return serialization.convertValue(present(), type);
    } catch (IllegalArgumentException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new AdmissionException(
          HttpURLConnection.HTTP_BAD_REQUEST,
          "the object does not fit " + type.getSimpleName() + ": " + first);
    }
  }

  @Override
  public GenericKubernetesResource raw() {
    return resource(GenericKubernetesResource.class);
  }

  private JsonNode present() {
    return request.operation() == Operation.DELETE ? request.oldObject() : request.object();
  }

  @Override
  public Diff diff() {
    return Diffs.between(before(), after());
  }

  @Override
  public JsonNode before() {
    return side(request.oldObject());
  }

  @Override
  public JsonNode after() {
    return side(request.object());
  }

  private JsonNode side(JsonNode object) {
    return object.isObject() ? Json.at(object, handler.filter().field()) : NullNode.getInstance();
  }

  @Override
  public Logger logger() {
    return LoggerFactory.getLogger("jopf." + handlerId());
  }

  @Override
  public <T extends HasMetadata> Patch<T> patch(Class<T> type) {
    return mutation.patch(type);
  }

  @Override
  public Reason reason() {
    throw absent("a reason");
  }

  @Override
  public Retry retry() {
    throw absent("a retry");
  }

  @Override
  public Children children() {
    throw absent("children");
  }

  @Override
  public <T extends HasMetadata> Owned<T> owned(Class<T> type) {
    throw absent("children");
  }

  @Override
  public <T extends HasMetadata> Watched<T> watched(Class<T> type) {
    throw absent("watched objects");
  }

  @Override
  public EventRecorder events() {
    throw absent("events");
  }

  @Override
  public Requeue requeue() {
    throw absent("another look");
  }

  @Override
  public SubHandlers subHandlers() {
    throw absent("parts");
  }

  @Override
  public Memo memo() {
    throw absent("a memo");
  }

  @Override
  public <T extends HasMetadata> Live<T> live(Class<T> type) {
    throw absent("a live object");
  }

  @Override
  public Optional<Stopped> stopped() {
    return Optional.empty();
  }

  @Override
  public Optional<WatchEvent> watchEvent() {
    return Optional.empty();
  }

  @Override
  public Indexed<?, ?> index(@Nullable Class<?> owner, String id) {
    throw absent("an index");
  }

  private static UnsupportedOperationException absent(String what) {
    return new UnsupportedOperationException(
        "while a request is reviewed there is no such thing as " + what);
  }
}
