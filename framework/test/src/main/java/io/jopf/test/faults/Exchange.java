package io.jopf.test.faults;

import java.time.Instant;

/**
 * A request and how it was answered.
 *
 * @param request what was asked
 * @param code the answer's HTTP status, of the cluster or of a fault; 0 if there was none
 * @param at when the answer came, on the machine's clock
 */
public record Exchange(Request request, int code, Instant at) {

  /** As in {@code 409 PATCH things/status tom}. */
  @Override
  public String toString() {
    String text = (code == 0 ? "---" : code) + " " + request.verb() + " " + request.resource();
    return request.name().isEmpty() ? text : text + " " + request.name();
  }
}
