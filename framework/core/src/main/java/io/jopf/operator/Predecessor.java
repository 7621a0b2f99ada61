package io.jopf.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.StartupException;
import io.jopf.cause.Marks;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.json.Json;
import io.jopf.patch.Patcher;
import io.jopf.takeover.Inheritance;
import io.jopf.takeover.KopfSettings;
import io.jopf.takeover.KopfSettings.Mode;
import io.jopf.takeover.KopfTakeover;
import io.jopf.time.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a Kopf operator has left on the objects of a kind, and what becomes of it. */
final class Predecessor {

  private static final Logger LOG = LoggerFactory.getLogger(Predecessor.class);

  private final Mode mode;
  private final Marks marks;
  private final HandledKind kind;
  private final KopfTakeover takeover;
  private final Patcher patcher;
  private final Time time;
  private final AtomicBoolean told = new AtomicBoolean();

  Predecessor(KopfSettings settings, Marks marks, HandledKind kind, Patcher patcher, Time time) {
    this.mode = settings.mode();
    this.marks = marks;
    this.kind = kind;
    this.takeover = new KopfTakeover(settings, marks, kind);
    this.patcher = patcher;
    this.time = time;
  }

  /**
   * An object that is ours.
   *
   * @param object its newest state
   * @param json the same as a tree
   * @param resumed ids of the handlers that have resumed it already
   */
  record Handover(GenericKubernetesResource object, ObjectNode json, Set<String> resumed) {}

  /**
   * Looks at the settings before anything else is done.
   *
   * @throws StartupException if they name a handler that is not there
   */
  static void check(KopfSettings settings, List<HandledKind> kinds) {
    Set<String> ids =
        kinds.stream()
            .flatMap(kind -> kind.causes().stream())
            .map(HandlerSpec::id)
            .collect(Collectors.toSet());
    try {
      KopfTakeover.check(settings, ids);
    } catch (IllegalArgumentException e) {
      throw new StartupException(String.valueOf(e.getMessage()));
    }
  }

  /** The object if we may handle it; empty if it is to be left alone or has just changed. */
  Optional<Handover> handOver(ObjectKey key, GenericKubernetesResource found) {
    Map<String, String> annotations = found.getMetadata().getAnnotations();
    boolean ours = annotations != null && annotations.containsKey(marks.state());
    ObjectNode json = Json.tree(found);
    Optional<Handover> asItIs = Optional.of(new Handover(found, json, Set.of()));
    if (ours || mode == Mode.IGNORE) {
      return asItIs;
    }
    if (mode == Mode.HOLD) {
      return isHeld(key, json) ? Optional.empty() : asItIs;
    }
    Inheritance inherited = takeover.of(json, time.now()).orElse(null);
    return inherited == null ? asItIs : takeOver(key, inherited);
  }

  private boolean isHeld(ObjectKey key, ObjectNode object) {
    boolean held = takeover.isKopfs(object);
    if (held && told.compareAndSet(false, true)) {
      LOG.warn(
          "{} {} was handled by a Kopf operator. Objects like this are left alone, so that no"
              + " create handler runs a second time. Set jopf.takeover.kopf.mode to ADOPT to go on"
              + " where Kopf stopped, or to IGNORE to handle them as new",
          kind.type().getSimpleName(),
          key);
    } else if (held) {
      LOG.debug("{} {} is left alone", kind.type().getSimpleName(), key);
    }
    return held;
  }

  private Optional<Handover> takeOver(ObjectKey key, Inheritance inherited) {
    GenericKubernetesResource now = patcher.replaceMarks(key, inherited.patch());
    if (now == null) {
      return Optional.empty();
    }
    String type = kind.type().getSimpleName();
    LOG.info("{} {} is taken over from Kopf", type, key);
    if (!inherited.lost().isEmpty()) {
      LOG.warn(
          "{} {}: nobody goes on with Kopf's unfinished {}; see jopf.takeover.kopf.handlers",
          type,
          key,
          inherited.lost());
    }
    GenericKubernetesResource clean = withoutStatusMarks(key, now);
    return Optional.of(new Handover(clean, Json.tree(clean), inherited.resumed()));
  }

  /** Kopf's progress in the status is read no more, so nothing is lost if this does not work. */
  private GenericKubernetesResource withoutStatusMarks(
      ObjectKey key, GenericKubernetesResource object) {
    ObjectNode patch = takeover.statusPatch(Json.tree(object)).orElse(null);
    GenericKubernetesResource now = patch == null ? null : patcher.replaceStatusMarks(key, patch);
    return now == null ? object : now;
  }
}
