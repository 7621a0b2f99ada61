package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class options_have_a_meaning {

  @OnCreate(backoff = "20")
  // error: @OnCreate(backoff = "20"): '20' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  void unit(ConfigMap map) {}

  @OnUpdate(retries = 0)
  // error: @OnUpdate(retries = 0): at least 1 attempt, or -1 for no limit
  void never(ConfigMap map) {}

  @Reconcile(backoff = "soon")
  // error: @Reconcile(backoff = "soon"): 'soon' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  void soon(ConfigMap map) {}

  @OnDelete(retries = -2, backoff = "1 s")
  // error: @OnDelete(retries = -2): at least 1 attempt, or -1 for no limit
  // error: @OnDelete(backoff = "1 s"): '1 s' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  void both(ConfigMap map) {}

  @OnCreate(backoff = "1m", maxBackoff = "1s", jitter = 2)
  // error: @OnCreate(maxBackoff = "1s"): at least the backoff, 1m
  // error: @OnCreate(jitter = 2.0): from 0 to 1, or -1
  void ever(ConfigMap map) {}

  @Reconcile(timeout = "0s")
  // error: @Reconcile(timeout = "0s"): more than 0
  void inNoTime(ConfigMap map) {}
}
