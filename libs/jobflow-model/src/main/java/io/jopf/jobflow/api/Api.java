package io.jopf.jobflow.api;

/** Where the three kinds live; the one place for both words. */
public final class Api {
  /** API group of all three kinds. */
  public static final String GROUP = "api.practice.com";

  /** The only version. */
  public static final String VERSION = "v1alpha1";

  private Api() {}
}
