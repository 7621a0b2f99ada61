package io.jopf.bench.startup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A choice of flags.
 *
 * @param title as the tables call it
 * @param flags of the JVM
 * @param archive what is prepared ahead of the start
 */
record Variant(String title, List<String> flags, Archive archive) {

  /** What a JVM can load instead of reading and checking classes. */
  enum Archive {
    /** Nothing. */
    NONE,
    /** Class data sharing, JDK 13 and later. */
    CDS,
    /** An ahead-of-time cache, JDK 25 and later. */
    AOT
  }

  private static final String HEAP = "-Xmx256m";
  private static final String SERIAL = "-XX:+UseSerialGC";
  private static final String C1 = "-XX:TieredStopAtLevel=1";
  private static final int AOT_SINCE = 25;

  /** All that a JDK of that version can do. */
  static List<Variant> of(int jdk) {
    Archive best = jdk >= AOT_SINCE ? Archive.AOT : Archive.CDS;
    List<Variant> all = new ArrayList<>();
    all.add(new Variant("default", List.of(), Archive.NONE));
    all.add(new Variant("256m", List.of(HEAP), Archive.NONE));
    all.add(new Variant("256m serial", List.of(HEAP, SERIAL), Archive.NONE));
    all.add(new Variant("256m C1", List.of(HEAP, C1), Archive.NONE));
    all.add(new Variant("256m CDS", List.of(HEAP), Archive.CDS));
    if (best == Archive.AOT) {
      all.add(new Variant("256m AOT", List.of(HEAP), Archive.AOT));
    }
    all.add(new Variant("256m serial " + best, List.of(HEAP, SERIAL), best));
    all.add(new Variant("256m serial C1 " + best, List.of(HEAP, SERIAL, C1), best));
    return all;
  }

  /** Flags of the run that writes the archive. */
  List<String> training(Path file) {
    return switch (archive) {
      case NONE -> flags;
      case CDS -> with("-XX:ArchiveClassesAtExit=" + file);
      case AOT -> with("-XX:AOTCacheOutput=" + file);
    };
  }

  /** Flags of a run that uses the archive. */
  List<String> start(Path file) {
    return switch (archive) {
      case NONE -> flags;
      // without the file the start would silently be an ordinary one
      case CDS -> with("-XX:SharedArchiveFile=" + file, "-Xshare:on");
      case AOT -> with("-XX:AOTCache=" + file, "-XX:AOTMode=on");
    };
  }

  private List<String> with(String... more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return all;
  }
}
