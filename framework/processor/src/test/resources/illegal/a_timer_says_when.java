package example;

import io.fabric8.kubernetes.api.model.*;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

import jakarta.inject.Named;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@Handlers(ConfigMap.class)
class a_timer_says_when {

  @OnTimer
  // error: @OnTimer: say how often it runs: interval, or idle for once after each change
  void never(ConfigMap map) {}

  @OnTimer(idle = "1m", sharp = true)
  // error: @OnTimer(sharp = true): of what? set the interval
  void sharp(ConfigMap map) {}

  @OnTimer(interval = "0s", idle = "soon", initialDelay = "10", initialJitter = "x")
  // error: @OnTimer(interval = "0s"): more than 0
  // error: @OnTimer(idle = "soon"): 'soon' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  // error: @OnTimer(initialDelay = "10"): '10' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  // error: @OnTimer(initialJitter = "x"): 'x' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  void always(ConfigMap map) {}

  @Daemon(cancellationBackoff = "1 s", cancellationTimeout = "x")
  // error: @Daemon(cancellationBackoff = "1 s"): '1 s' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  // error: @Daemon(cancellationTimeout = "x"): 'x' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  void guard(ConfigMap map) {}
}
