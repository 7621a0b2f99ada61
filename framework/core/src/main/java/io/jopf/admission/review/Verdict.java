package io.jopf.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What is answered to a request.
 *
 * @param allowed whether it may be carried out
 * @param code the HTTP status of a refusal; 200 otherwise
 * @param message why it is refused; empty otherwise
 * @param warnings for who made the request
 * @param object the object as it is to be stored, with the handlers' changes; {@code NullNode} if
 *     the request is refused or carries none
 */
public record Verdict(
    boolean allowed, int code, String message, List<String> warnings, JsonNode object) {

  private static final int OK = 200;

  static Verdict allowed(JsonNode object, List<String> warnings) {
    return new Verdict(true, OK, "", List.copyOf(warnings), object);
  }
}
