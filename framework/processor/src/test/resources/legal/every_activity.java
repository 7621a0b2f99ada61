package example;

import io.jopf.annotation.*;

import jakarta.inject.Singleton;
import java.util.Map;

@Singleton
class every_activity {

  @OnStartup
  void connect() {}

  @OnStartup(id = "warm-up", retries = -1, backoff = "${pause}", errors = ErrorMode.IGNORED)
  public void warm() {}

  @OnCleanup(id = "bye", timeout = "10s")
  void leave() {}

  @OnProbe
  boolean alive() {
    return true;
  }

  @OnProbe(id = "queue", timeout = "500ms")
  Map<String, Integer> queue() {
    return Map.of("length", 0);
  }

  @OnProbe
  void reachable() {}
}
