package io.jopf.bench.http;

import io.jopf.bench.run.Arguments;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JVM of one client: all ways to fall silent, at the same time. */
final class SilenceTrial {

  private SilenceTrial() {}

  public static void main(String[] args) {
    Arguments arguments = new Arguments(args, "kubeconfig", "namespace", "limit");
    Path kubeconfig = arguments.path("kubeconfig");
    String namespace = arguments.text("namespace");
    int limit = arguments.number("limit", 300);
    ExecutorService threads = Executors.newCachedThreadPool();
    Silence.all().stream()
        .map(silence -> new SilentCase(kubeconfig, namespace, silence, limit))
        .map(trial -> CompletableFuture.supplyAsync(trial::run, threads))
        .toList()
        .forEach(
            seconds ->
                seconds
                    .join()
                    .forEach((figure, value) -> System.out.println(figure + " " + value)));
    System.exit(0); // dead connections would keep it waiting
  }
}
