package io.jopf.differential;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.cause.EssenceFields;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.Situation;
import io.jopf.json.Json;
import io.jopf.test.Cluster;
import io.jopf.test.TestOperator;
import java.util.Map;

/** An operator of ours, in this process. */
final class JopfSide implements Side {

  private static final Marks MARKS = new Marks("test-operator");

  private final TestOperator operator;
  private final EssenceFields watched;
  private final Trace trace;

  JopfSide(Cluster cluster, Class<?> handlers, Trace trace) {
    this.watched = WatchedFields.of(handlers);
    this.trace = trace;
    operator =
        TestOperator.of(
            cluster,
            Map.of("trace", trace.file().toString(), "jopf.takeover.kopf.mode", "adopt"),
            handlers);
  }

  @Override
  public void start() {
    operator.start();
  }

  @Override
  public void stop() {
    operator.stop();
  }

  @Override
  public void kill() {
    operator.kill();
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public boolean isSettled(GenericKubernetesResource object) {
    Situation situation = Situation.of(Json.tree(object), MARKS, watched);
    HandlingState stored = situation.stored();
    return situation.essence().hash().equals(stored.baseline())
        && stored.handlers().values().stream().noneMatch(HandlerRecord::unfinished);
  }

  @Override
  public boolean isRetrying(GenericKubernetesResource object, String handler) {
    HandlingState stored = Situation.of(Json.tree(object), MARKS, watched).stored();
    HandlerRecord known = stored.handlers().getOrDefault(handler, stored.subs().get(handler));
    return known != null && known.unfinished() && known.attempts() > 0;
  }

  @Override
  public String finalizer() {
    return MARKS.finalizer();
  }
}
