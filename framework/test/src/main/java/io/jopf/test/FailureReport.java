package io.jopf.test;

/**
 * What there is to know about the failure of a test; hangs on that failure, so that it is shown
 * wherever that is.
 */
final class FailureReport extends RuntimeException {

  private FailureReport(String text) {
    super(text, null, false, false);
  }

  /** Adds the report to a failure that does not have it in its message. */
  static void addTo(Throwable failure, Cluster cluster) {
    String message = String.valueOf(failure.getMessage());
    if (!message.contains(ClusterDump.title(cluster.namespace()))) {
      failure.addSuppressed(new FailureReport("\n" + ClusterDump.of(cluster)));
    }
  }
}
