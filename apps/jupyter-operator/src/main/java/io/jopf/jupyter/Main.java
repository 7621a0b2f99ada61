package io.jopf.jupyter;

import io.jopf.operator.JopfApplication;

/** Runs the operator. */
public final class Main {

  private Main() {}

  /** Needs INGRESS_DOMAIN and a cluster it may speak to; see the documentation for the rest. */
  public static void main(String[] arguments) {
    JopfApplication.run(Main.class, arguments);
  }
}
