package io.jopf.bench.echo;

import io.jopf.operator.JopfApplication;

/** Runs the operator. */
public final class Main {

  private Main() {}

  /** Needs KUBECONFIG. */
  public static void main(String[] arguments) {
    JopfApplication.run(Main.class, arguments);
  }
}
