package io.jopf.test;

import io.jopf.test.real.RealCluster;
import io.jopf.test.simulated.SimulatedCluster;

/** Opens the kind of cluster that the tests are to run on. */
final class Clusters {

  /** The system property that chooses. */
  private static final String CHOICE = "jopf.test.cluster";

  private Clusters() {}

  private static String choice() {
    return System.getProperty(CHOICE, "simulated");
  }

  static boolean areSimulated() {
    return "simulated".equals(choice());
  }

  static Cluster open() {
    return switch (choice()) {
      case "simulated" -> SimulatedCluster.start();
      case "control-plane" -> RealCluster.open();
      case "real-node" -> RealCluster.openOnNode();
      default ->
          throw new IllegalArgumentException(
              CHOICE + " is " + choice() + ", not simulated, control-plane or real-node");
    };
  }
}
