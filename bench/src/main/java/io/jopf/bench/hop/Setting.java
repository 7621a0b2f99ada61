package io.jopf.bench.hop;

import java.util.Locale;

/** Who carries the Jobs out. */
enum Setting {
  /** Simulated nodes, with the scheduler and the Job controller at work. */
  NODES("on simulated nodes") {
    @Override
    String[] flags(int runMs) {
      // a pod runs one second there
      String speed = String.format(Locale.ROOT, "%.3f", 1000.0 / runMs);
      return new String[] {"--nodes", "node1,node2", "--speed", speed};
    }
  },
  /** {@link JobPlayer}: pods stay pending, Jobs are completed by hand. */
  PLAYER("completed by hand") {
    @Override
    String[] flags(int runMs) {
      return new String[] {"--nodes", ""};
    }
  };

  private final String title;

  Setting(String title) {
    this.title = title;
  }

  /** Flags of the control plane. */
  abstract String[] flags(int runMs);

  String title() {
    return title;
  }

  String row(String who) {
    return who + ", " + title;
  }
}
