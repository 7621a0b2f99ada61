package io.jopf.bench.startup;

import io.jopf.bench.run.Java;
import io.jopf.bench.run.Operator;
import io.jopf.bench.run.ProcStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One operator on one JDK with one choice of flags. */
final class Contender {

  private static final double BYTES_PER_MB = 1024.0 * 1024;

  private final Path jar;
  private final Jdk jdk;
  private final Variant variant;
  private final Path kubeconfig;
  private final Path archive;
  private final Path log;

  Contender(Path jar, Jdk jdk, Variant variant, Path kubeconfig, Path work) {
    this.jar = jar;
    this.jdk = jdk;
    this.variant = variant;
    this.kubeconfig = kubeconfig;
    String file = title().replace(' ', '-');
    this.archive = work.resolve(file + ".archive");
    this.log = work.resolve(file + ".log");
  }

  String title() {
    String name = String.valueOf(jar.getFileName()).replace("-operator.jar", "");
    return name + " " + jdk.version() + " " + variant.title();
  }

  /** Lets a run write the archive, if there is to be one. */
  void train() {
    if (variant.archive() == Variant.Archive.NONE) {
      return;
    }
    try (Operator operator = start(variant.training(archive))) {
      operator.awaitReady();
      idle(2);
      operator.stop();
    }
    if (archive.toFile().length() == 0) {
      throw new IllegalStateException("no archive was written, see " + log);
    }
  }

  /** One start and some idle seconds. */
  Map<String, Double> measure(int idleSeconds) {
    Map<String, Double> figures = new LinkedHashMap<>();
    try (Operator operator = start(variant.start(archive))) {
      figures.put("ready_ms", operator.awaitReady());
      idle(idleSeconds);
      ProcStatus status = operator.status();
      figures.put("rss_mb", status.residentMb());
      figures.put("peak_mb", status.peakMb());
      figures.put("threads", (double) status.threads());
      figures.put("cpu_ms", operator.cpuMs());
    }
    figures.put("jar_mb", jar.toFile().length() / BYTES_PER_MB);
    if (variant.archive() != Variant.Archive.NONE) {
      figures.put("archive_mb", archive.toFile().length() / BYTES_PER_MB);
    }
    return figures;
  }

  private Operator start(List<String> flags) {
    return Operator.start(new Java(jdk.home()).command(flags, jar), kubeconfig, log);
  }

  private static void idle(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
