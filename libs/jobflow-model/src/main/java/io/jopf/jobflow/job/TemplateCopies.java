package io.jopf.jobflow.job;

import io.jopf.flow.JobName;

/** Where a flow keeps copies of the templates it uses: in ControllerRevisions that it owns. */
public final class TemplateCopies {

  private TemplateCopies() {}

  /**
   * Name of the copy for one run of a flow.
   *
   * @param run its number, from 1
   */
  public static String name(String flow, String template, int run) {
    return JobName.of(flow, "template." + template + (run == 1 ? "" : "." + run));
  }
}
