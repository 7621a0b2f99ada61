package io.jopf.bench.frameworks;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.measure.Samples;
import io.jopf.bench.run.Child;
import io.jopf.bench.run.Contender;
import io.jopf.bench.run.ProcStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One contender, once through all workloads. */
final class Turn implements AutoCloseable {

  private static final int PATIENCE = 240;
  private static final int SETTLE_MS = 2000;

  private final Sizes sizes;
  private final Contender contender;
  private final Path kubeconfig;
  private final Path output;
  private final AuditLog audit;
  private final Echoes echoes;
  private final Board board;
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private double peakMb;
  private @Nullable Child running;

  Turn(
      Sizes sizes,
      Contender contender,
      KubernetesClient client,
      String namespace,
      Path kubeconfig,
      Path output,
      AuditLog audit) {
    this.sizes = sizes;
    this.contender = contender;
    this.kubeconfig = kubeconfig;
    this.output = output;
    this.audit = audit;
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    this.echoes = new Echoes(client, namespace);
    this.board = new Board(client, namespace);
  }

  Map<String, Double> run() {
    echoes.create("first", "first");
    long exec = System.nanoTime();
    try (Child process = start()) {
      awaitObserved("first", "first");
      figures.put("first s", seconds(exec, seen("first")));
      settle();
      figures.put("idle MB", ProcStatus.of(process.pid()).residentMb());
      burst(process, "cold");
      burst(process, "warm");
      steady();
      storm();
      drift();
      stop(process);
    }
    restart();
    figures.put("peak MB", peakMb);
    return figures;
  }

  /** Only what makes the process load what it needs. */
  void train() {
    try (Child process = start()) {
      echoes.create("first", "first");
      awaitObserved("first", "first");
      echoes.delete();
      board.await("deleted", PATIENCE, () -> board.echoes() == 0);
      stop(process);
    }
  }

  private void burst(Child process, String name) {
    audit.next();
    double cpu = process.cpuMs();
    long begin = System.nanoTime();
    echoes.each(sizes.burst(), i -> echoes.create(name + "-" + i, name));
    long end = awaitAll(sizes.burst(), i -> name + "-" + i, name);
    figures.put(name + " burst s", seconds(begin, end));
    settle();
    figures.put(name + " CPU s", (process.cpuMs() - cpu) / 1000);
    figures.put(name + " calls", audit.next().calls() / (double) sizes.burst());
  }

  /** Objects come at an even pace; each is timed from before its creation. */
  private void steady() {
    long pace = 1_000_000_000L / sizes.perSecond();
    long begin = System.nanoTime();
    long[] created = new long[sizes.steady()];
    for (int i = 0; i < created.length; i++) {
      LockSupport.parkNanos(begin + i * pace - System.nanoTime());
      created[i] = System.nanoTime();
      echoes.create("steady-" + i, "steady");
    }
    awaitAll(created.length, i -> "steady-" + i, "steady");
    Samples samples = new Samples();
    for (int i = 0; i < created.length; i++) {
      samples.add((seen("steady-" + i) - created[i]) / 1e6);
    }
    figures.put("steady p50 ms", samples.median());
    figures.put("steady p99 ms", samples.percentile(99));
  }

  private void storm() {
    audit.next();
    long begin = System.nanoTime();
    for (int edit = 1; edit <= sizes.edits(); edit++) {
      String value = "edit-" + edit;
      echoes.each(sizes.stormed(), i -> echoes.edit("warm-" + i, value));
    }
    String last = "edit-" + sizes.edits();
    awaitAll(sizes.stormed(), i -> "warm-" + i, last);
    figures.put("storm s", seconds(begin, System.nanoTime()));
    settle();
    figures.put("storm writes", audit.next().writes() / (double) sizes.stormed());
    int wrong = 0;
    for (int i = 0; i < sizes.stormed(); i++) {
      wrong += shows("warm-" + i, last) ? 0 : 1;
    }
    figures.put("wrong", (double) wrong);
  }

  private void drift() {
    Samples samples = new Samples();
    for (int i = 0; i < sizes.drifts(); i++) {
      String name = "cold-" + i;
      long begin = System.nanoTime();
      echoes.spoil(name);
      board.await(
          name + " repaired",
          PATIENCE,
          () -> {
            Board.Seen copy = board.copied(name);
            return copy != null && copy.value().equals("cold") && copy.nanos() > begin;
          });
      Board.Seen copy = board.copied(name);
      samples.add(copy == null ? Double.NaN : (copy.nanos() - begin) / 1e6);
    }
    figures.put("drift p50 ms", samples.median());
    figures.put("drift p99 ms", samples.percentile(99));
  }

  /** Everything is handled already: what does it write, and how soon does it handle a new one? */
  private void restart() {
    audit.next();
    long exec = System.nanoTime();
    try (Child process = start()) {
      settle();
      settle();
      figures.put("restart writes", (double) audit.next().writes());
      echoes.create("again", "again");
      awaitObserved("again", "again");
      figures.put("restarted s", seconds(exec, seen("again")) - 2 * SETTLE_MS / 1000.0);
      audit.next();
      int all = board.echoes();
      long begin = System.nanoTime();
      echoes.delete();
      board.await("deleted", PATIENCE, () -> board.echoes() == 0);
      figures.put("delete s", seconds(begin, System.nanoTime()));
      settle();
      figures.put("delete calls", audit.next().calls() / (double) all);
      stop(process);
    }
  }

  private Child start() {
    Child process = contender.start(kubeconfig, output);
    running = process;
    return process;
  }

  private void stop(Child process) {
    peakMb = Math.max(peakMb, ProcStatus.of(process.pid()).peakMb());
    process.terminate();
    process.await(60);
  }

  private void awaitObserved(String name, String value) {
    awaitAll(1, i -> name, value);
  }

  /** Returns when the last of them was seen. */
  private long awaitAll(int count, IntFunction<String> name, String value) {
    int[] done = {0};
    board.await(
        contender.name() + " handles " + value + ", see " + output,
        PATIENCE,
        () -> {
          if (running != null && !running.isAlive()) {
            throw new IllegalStateException(contender.name() + " has ended, see " + output);
          }
          while (done[0] < count && shows(name.apply(done[0]), value)) {
            done[0]++;
          }
          return done[0] == count;
        });
    long last = 0;
    for (int i = 0; i < count; i++) {
      last = Math.max(last, seen(name.apply(i)));
    }
    return last;
  }

  private boolean shows(String name, String value) {
    Board.Seen status = board.observed(name);
    Board.Seen copy = board.copied(name);
    return status != null
        && status.value().equals(value)
        && copy != null
        && copy.value().equals(value);
  }

  private long seen(String name) {
    Board.Seen status = board.observed(name);
    return status == null ? Long.MAX_VALUE : status.nanos();
  }

  private static double seconds(long begin, long end) {
    return (end - begin) / 1e9;
  }

  /** Lets the operator and the log of the API server come to rest. */
  private static void settle() {
    LockSupport.parkNanos(SETTLE_MS * 1_000_000L);
  }

  @Override
  public void close() {
    board.close();
    echoes.close();
  }
}
