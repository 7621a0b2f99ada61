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
class every_background_handler {

  @OnTimer(
      id = "tick",
      interval = "1m",
      sharp = true,
      idle = "30s",
      initialDelay = "10s",
      initialJitter = "0s",
      errors = ErrorMode.PERMANENT,
      retries = 3,
      backoff = "5s",
      maxBackoff = "1m",
      jitter = 0.5,
      timeout = "30s",
      labels = "app=web",
      annotations = "!quiet",
      field = "data.image",
      value = "nginx")
  String tick(ConfigMap map, Patch<ConfigMap> patch, Memo memo) {
    return "tock";
  }

  @OnTimer(idle = "1h")
  @OnCreate
  void settled(ConfigMap map) {}

  @Daemon(
      initialDelay = "10s",
      cancellationBackoff = "0s",
      cancellationTimeout = "1m",
      retries = 3,
      backoff = "${pause}")
  void guard(Live<ConfigMap> live, Stopped stopped, Patch<ConfigMap> patch)
      throws InterruptedException {
    while (!stopped.await(Duration.ofSeconds(1))) {
      live.get();
    }
  }

  @OnEvent(labels = "app")
  void event(ConfigMap map, WatchEvent event, Memo memo) {}

  @Index(errors = ErrorMode.TEMPORARY, backoff = "5s")
  Map<String, List<Integer>> byName(ConfigMap map) {
    return Map.of();
  }

  @Index(id = "age")
  int ageOf(ConfigMap map) {
    return 0;
  }

  @OnUpdate
  void all(
      Indexed<String, List<Integer>> byName,
      @Named("byName") Indexed<String, List<Integer>> again,
      Indexed<ObjectKey, Integer> age,
      @From(every_background_handler.class) @Named("age") Indexed<ObjectKey, Integer> same) {}
}
