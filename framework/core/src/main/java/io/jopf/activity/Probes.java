package io.jopf.activity;

import io.jopf.annotation.OnProbe;
import io.jopf.queue.Threads;
import io.jopf.time.Time;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** All probes. */
@Singleton
public final class Probes {

  private final Activities activities;
  private final Time time;
  private final ThreadFactory threads = Threads.named("jopf-probe-");
  private @Nullable List<Probe> probes;

  Probes(Activities activities, Time time) {
    this.activities = activities;
    this.time = time;
  }

  /** Finds the probes; at the operator's start, so that an illegal one is told then. */
  public synchronized void prepare() {
    all();
  }

  /** Asks them all side by side. Always completes: with an answer of each, by id. */
  public CompletableFuture<Map<String, ProbeResult>> ask() {
    Map<String, CompletableFuture<ProbeResult>> asked = new LinkedHashMap<>();
    for (Probe probe : all()) {
      asked.put(probe.id(), probe.ask());
    }
    return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
        .thenApply(
            nothing -> {
              Map<String, ProbeResult> answers = new LinkedHashMap<>();
              asked.forEach((id, answer) -> answers.put(id, answer.join()));
              return answers;
            });
  }

  private synchronized List<Probe> all() {
    List<Probe> known = probes;
    if (known == null) {
      known =
          activities.with(OnProbe.class).stream()
              .map(activity -> new Probe(activity, time, threads))
              .toList();
      probes = known;
    }
    return known;
  }
}
