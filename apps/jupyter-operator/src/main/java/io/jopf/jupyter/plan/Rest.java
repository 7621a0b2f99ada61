package io.jopf.jupyter.plan;

import io.jopf.jupyter.api.Reasons;

/**
 * Why a server does not run although nothing is wrong.
 *
 * @param reason a CamelCase word
 * @param message a sentence for people
 */
public record Rest(String reason, String message) {

  static final Rest REQUESTED =
      new Rest(Reasons.STOP_REQUESTED, "The notebook is stopped; its files, URL and token stay.");

  /** Whether its spec says so. */
  public boolean isRequested() {
    return reason.equals(REQUESTED.reason());
  }
}
