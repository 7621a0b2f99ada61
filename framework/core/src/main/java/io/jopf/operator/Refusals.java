package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.event.EventPoster;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells log and users, once, what the API server would not take of a kind's objects. */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final String ACTION = "write";

  private final EventPoster poster;
  private final ResourceKind kind;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Refusals(EventPoster poster, ResourceKind kind) {
    this.poster = poster;
    this.kind = kind;
  }

  /** A write was refused; the message names the field. */
  void refused(GenericKubernetesResource object, String message) {
    LOG.error(
        "{} {}: the API server refuses what its handlers have done, they run again when the object"
            + " changes: {}",
        kind.kind(),
        ObjectKey.of(object),
        message);
    poster.about(object, ACTION).warning("WriteRefused", message);
  }

  /** Fields were written, and are not in the answer: the CRD does not know them. */
  void dropped(GenericKubernetesResource object, List<String> fields) {
    List<String> news = fields.stream().filter(told::add).toList();
    if (!news.isEmpty()) {
      String message =
          "the CRD of "
              + kind.resourceName()
              + " has no place for "
              + String.join(", ", news)
              + ": the API server drops what handlers write there";
      LOG.error(message);
      poster.about(object, ACTION).warning("FieldsDropped", message);
    }
  }
}
