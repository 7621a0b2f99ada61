package io.jopf.test.simulated.api;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusCauseBuilder;
import java.util.List;

/** A request the server refuses, with the status it answers. */
public final class ApiException extends RuntimeException {

  private final transient Status status;

  private ApiException(int code, String reason, String message, List<String> causes) {
    super(message);
    status =
        new StatusBuilder()
            .withStatus("Failure")
            .withCode(code)
            .withReason(reason)
            .withMessage(message)
            .withNewDetails()
            .withCauses(causes.stream().map(ApiException::cause).toList())
            .endDetails()
            .build();
  }

  private ApiException(int code, String reason, String message) {
    this(code, reason, message, List.of());
  }

  private static StatusCause cause(String text) {
    int colon = text.indexOf(':');
    return new StatusCauseBuilder()
        .withField(colon < 0 ? "" : text.substring(0, colon))
        .withMessage(colon < 0 ? text : text.substring(colon + 2))
        .build();
  }

  static ApiException badRequest(String message) {
    return new ApiException(400, "BadRequest", message);
  }

  static ApiException unknownResource() {
    return new ApiException(404, "NotFound", "the server could not find the requested resource");
  }

  static ApiException notFound(Kind kind, String name) {
    return new ApiException(404, "NotFound", kind.resource() + " \"" + name + "\" not found");
  }

  static ApiException methodNotAllowed() {
    return new ApiException(
        405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  }

  static ApiException alreadyExists(Kind kind, String name) {
    return new ApiException(
        409, "AlreadyExists", kind.resource() + " \"" + name + "\" already exists");
  }

  static ApiException conflict(Kind kind, String name, String why) {
    return new ApiException(
        409,
        "Conflict",
        "Operation cannot be fulfilled on " + kind.resource() + " \"" + name + "\": " + why);
  }

  static ApiException applyConflict(List<String> conflicts) {
    return new ApiException(
        409,
        "Conflict",
        "Apply failed with " + conflicts.size() + " conflicts: " + String.join(", ", conflicts),
        conflicts);
  }

  static ApiException forbidden(Kind kind, String name, String why) {
    return new ApiException(
        403, "Forbidden", kind.resource() + " \"" + name + "\" is forbidden: " + why);
  }

  static ApiException expired() {
    return new ApiException(410, "Expired", "too old resource version");
  }

  static ApiException unsupportedMedia(String contentType) {
    return new ApiException(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format: " + contentType);
  }

  static ApiException invalid(Kind kind, String name, List<String> causes) {
    return new ApiException(
        422,
        "Invalid",
        kind.kind() + " \"" + name + "\" is invalid: " + String.join(", ", causes),
        causes);
  }

  /** The HTTP code of the answer. */
  public int code() {
    return status.getCode();
  }

  Status status() {
    return status;
  }
}
