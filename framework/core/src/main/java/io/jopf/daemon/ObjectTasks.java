package io.jopf.daemon;

import io.jopf.StopReason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The timers and daemons of one object. Changed only by the worker that has its key. */
final class ObjectTasks {

  final String uid;

  final Map<String, DaemonRun> daemons = new ConcurrentHashMap<>();

  /** Those that have ended for good stay. */
  final Map<String, Timer> timers = new ConcurrentHashMap<>();

  @Nullable String essence;
  Duration changed;

  /** The activation in which it was last looked at. */
  int activation;

  ObjectTasks(String uid, Duration changed) {
    this.uid = uid;
    this.changed = changed;
  }

  void stopDaemons(StopReason reason) {
    daemons.values().forEach(daemon -> daemon.stop(reason));
  }

  void stopDaemons(StopReason reason, Duration most) {
    daemons.values().forEach(daemon -> daemon.stop(reason, most));
  }

  boolean isAwaited() {
    return daemons.values().stream().anyMatch(DaemonRun::isAwaited);
  }
}
