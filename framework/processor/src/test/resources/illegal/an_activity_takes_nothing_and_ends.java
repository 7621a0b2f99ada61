package example;

import io.jopf.annotation.*;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

@Singleton
class an_activity_takes_nothing_and_ends {

  @OnStartup(retries = 0, backoff = "soon")
  // error: @OnStartup: the method is called without arguments; let the constructor of its class take what it needs
  // error: @OnStartup(retries = 0): at least 1 attempt, or -1 for no limit
  // error: @OnStartup(backoff = "soon"): 'soon' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  void connect(String url) {}

  @OnCleanup(timeout = "5")
  // error: returns String: nobody takes it; return void
  // error: @OnCleanup(timeout = "5"): '5' is not a duration such as 500ms, 20s, 5m, 2h or 1d
  String leave() {
    return "";
  }

  @OnProbe
  // error: returns CompletableFuture<Boolean>: the method is done when it returns; wait for the result
  CompletableFuture<Boolean> later() {
    return CompletableFuture.completedFuture(true);
  }
}
