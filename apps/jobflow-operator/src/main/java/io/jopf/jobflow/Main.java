package io.jopf.jobflow;

import io.jopf.operator.JopfApplication;

/** Runs the operator. */
public final class Main {

  private Main() {}

  /** Needs a cluster it may speak to: KUBECONFIG, or the service account of its pod. */
  public static void main(String[] arguments) {
    JopfApplication.run(Main.class, arguments);
  }
}
