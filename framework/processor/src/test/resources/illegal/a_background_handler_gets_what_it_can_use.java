package example;

import io.fabric8.kubernetes.api.model.*;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.WatchEvent;
import io.jopf.annotation.*;

import jakarta.inject.Named;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@Handlers(ConfigMap.class)
class a_background_handler_gets_what_it_can_use {

  @OnTimer(interval = "1m")
  void tick(
      // error: parameter 'stopped' of type Stopped: only a @Daemon is told to stop; ask for the Cancellation
      Stopped stopped,
      // error: parameter 'event' of type WatchEvent: only @OnEvent tells what the watch has told; ask for the Reason
      WatchEvent event,
      // error: parameter 'live' of type Live<ConfigMap>: only a @Daemon outlives its object; ask for ConfigMap
      Live<ConfigMap> live,
      // error: parameter 'diff' of type Diff: only @OnUpdate and @OnField know what has changed; add one to the method
      Diff diff) {}

  @Daemon
  void guard(
      // error: parameter 'other' of type Live<Secret>: a daemon looks after its own object; write Live<ConfigMap>
      Live<Secret> other) {}

  @Daemon
  @OnCreate
  // error: @Daemon stands alone; use another method for the rest
  void both(ConfigMap map) {}

  @Index
  // error: returns void: an index holds what the method returns
  void nothing(ConfigMap map) {}

  @Index
  // error: returns CompletableFuture<String>: an index holds values; return one, or a map of them
  CompletableFuture<String> later(ConfigMap map) {
    return CompletableFuture.completedFuture("");
  }

  @Index
  // error: returns Optional<String>: return the value itself, or an empty map for none
  Optional<String> maybe(ConfigMap map) {
    return Optional.empty();
  }
}
