package io.jopf.event;

import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;

/** Things to tell. */
final class Tell {

  private Tell() {}

  static Happening about(String name, String reason, String note) {
    return Happening.of(
        new ObjectReferenceBuilder()
            .withKind("Thing")
            .withNamespace("team")
            .withName(name)
            .withUid("uid of " + name)
            .build(),
        "handler",
        "Warning",
        reason,
        note);
  }
}
