package io.jopf.daemon;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.annotation.Daemon;
import io.jopf.annotation.ErrorMode;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnTimer;
import io.micronaut.context.annotation.Requires;

/** Timers and daemons whose work a test decides, see {@link TaskStage}. */
@Handlers(ConfigMap.class)
@Requires(property = TaskStage.PROPERTY)
class TaskHandlers {

  @OnTimer(interval = "1m")
  void minutely() {}

  @OnTimer(interval = "1m", sharp = true)
  void sharp() {}

  @OnTimer(interval = "1m", backoff = "5s", retries = 3)
  void moody() {}

  @OnTimer(interval = "10s", idle = "30s")
  void idle() {}

  @OnTimer(idle = "30s")
  void settled() {}

  @OnTimer(interval = "1m", initialDelay = "10s")
  void late() {}

  @OnTimer(interval = "1m", labels = "watch=yes")
  void chosen() {}

  @Daemon(cancellationBackoff = "10s", cancellationTimeout = "1m")
  void guard() {}

  @Daemon(initialDelay = "10s")
  void slowGuard() {}

  @Daemon(backoff = "5s", retries = 3, errors = ErrorMode.TEMPORARY)
  void moodyGuard() {}

  @Daemon(labels = "watch=yes", cancellationBackoff = "10s", cancellationTimeout = "1m")
  void chosenGuard() {}
}
