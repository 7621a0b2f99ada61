package io.jopf.bench.jupyter;

import io.jopf.bench.measure.Audit;
import io.jopf.bench.measure.Samples;
import io.jopf.bench.run.Child;
import io.jopf.bench.run.Contender;
import io.jopf.bench.run.ProcStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** One operator, once through everything. */
final class Turn {

  private static final int PATIENCE_SECONDS = 600;
  private static final int QUIET_MS = 3000;
  private static final int BETWEEN_MS = 500;
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Sizes sizes;
  private final Contender contender;
  private final Path kubeconfig;
  private final Path output;
  private final Audit audit;
  private final Notebooks notebooks;
  private final Map<String, Double> figures = new LinkedHashMap<>();

  Turn(
      Sizes sizes,
      Contender contender,
      Path kubeconfig,
      Path output,
      Audit audit,
      Notebooks notebooks) {
    this.sizes = sizes;
    this.contender = contender;
    this.kubeconfig = kubeconfig;
    this.output = output;
    this.audit = audit;
    this.notebooks = notebooks;
  }

  Map<String, Double> run() {
    double peak;
    long exec = System.nanoTime();
    try (Child process = contender.start(kubeconfig, output)) {
      notebooks.create("first");
      awaitUrls(process);
      quiet();
      figures.put("idle MB", ProcStatus.of(process.pid()).residentMb());
      figures.put("idle anonymous MB", ProcStatus.of(process.pid()).anonymousMb());
      oneByOne(process);
      burst(process);
      notebooks.create("more", Math.max(0, sizes.many() - notebooks.count()));
      awaitUrls(process);
      quiet();
      figures.put("MB with many", ProcStatus.of(process.pid()).residentMb());
      peak = stop(process);
    }
    peak = Math.max(peak, Math.max(restart(), restartIdle()));
    figures.put("peak MB", peak);
    figures.put("turn s", (System.nanoTime() - exec) / 1e9);
    return figures;
  }

  /** Only what makes the process load what it needs. */
  void train() {
    try (Child process = contender.start(kubeconfig, output)) {
      notebooks.create("first");
      notebooks.create("some", 5);
      awaitUrls(process);
      quiet();
      stop(process);
    }
  }

  private void oneByOne(Child process) {
    for (int i = 0; i < sizes.single(); i++) {
      notebooks.create("single-" + i);
      awaitUrls(process);
      await(process, notebooks::made, "whose objects are not all there");
      pause(BETWEEN_MS);
    }
    latencies("single", sizes.single());
    quiet();
  }

  private void burst(Child process) {
    double cpu = process.cpuMs();
    notebooks.create("burst", sizes.burst());
    awaitUrls(process);
    await(process, notebooks::made, "whose objects are not all there");
    latencies("burst", sizes.burst());
    Audit.Counts counts = quiet();
    double size = sizes.burst();
    System.out.println(contender.name() + ", a burst of " + sizes.burst() + ": " + counts);
    figures.put("CPU ms", (process.cpuMs() - cpu) / size);
    figures.put("calls", (counts.writes() + counts.reads() + counts.events()) / size);
    figures.put("writes", counts.writes() / size);
    figures.put("events", counts.events() / size);
  }

  private void latencies(String name, int count) {
    IntFunction<String> each = i -> name + "-" + i;
    Samples urls = new Samples();
    Samples all = new Samples();
    for (int i = 0; i < count; i++) {
      urls.add(notebooks.msToUrl(each.apply(i)));
      all.add(notebooks.msToAll(each.apply(i)));
    }
    figures.put(name + " p50 ms", urls.median());
    figures.put(name + " p99 ms", urls.percentile(99));
    figures.put(name + " all p50 ms", all.median());
  }

  /** All is done already: how soon is it there for a new one? */
  private double restart() {
    long exec = System.nanoTime();
    try (Child process = contender.start(kubeconfig, output)) {
      notebooks.create("again");
      awaitUrls(process);
      figures.put("restarted s", (notebooks.seen("again") - exec) / 1e9);
      quiet();
      return stop(process);
    }
  }

  /** All is done already: what does it ask for and write? */
  private double restartIdle() {
    try (Child process = contender.start(kubeconfig, output)) {
      pause(QUIET_MS);
      Audit.Counts counts = quiet();
      System.out.println(contender.name() + ", a restart: " + counts);
      figures.put("restart writes", (double) counts.writes());
      figures.put("restart reads", (double) counts.reads());
      figures.put("restart CPU s", process.cpuMs() / 1000);
      figures.put("MB restarted", ProcStatus.of(process.pid()).residentMb());
      figures.put("anonymous MB restarted", ProcStatus.of(process.pid()).anonymousMb());
      return stop(process);
    }
  }

  private static double stop(Child process) {
    double peak = ProcStatus.of(process.pid()).peakMb();
    process.terminate();
    process.await(PATIENCE_SECONDS);
    return peak;
  }

  private void awaitUrls(Child process) {
    await(process, notebooks::withUrl, "without a URL");
  }

  private void await(Child process, IntSupplier done, String lacking) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (done.getAsInt() < notebooks.count()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            notebooks.count() - done.getAsInt() + " notebooks " + lacking + ", see " + output);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Waits until the operator asks for nothing any more; what it has asked for since the last. */
  private Audit.Counts quiet() {
    Map<String, Integer> all = new LinkedHashMap<>();
    boolean quiet;
    do {
      pause(QUIET_MS);
      Audit.Counts counts = audit.next();
      counts.counts().forEach((what, count) -> all.merge(what, count, Integer::sum));
      quiet = counts.writes() + counts.reads() + counts.events() == 0;
    } while (!quiet);
    return new Audit.Counts(all);
  }

  private static void pause(int ms) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ms));
  }
}
