package io.jopf.jupyter.plan;

import java.util.Map;

/**
 * Everything the notebook's objects are made from, except the token.
 *
 * @param name of the notebook, and part of the names of all its objects
 * @param namespace of the notebook and its objects
 * @param labels for each object: the notebook's own and the operator's
 * @param pod what runs
 * @param ingress how it is reached
 * @param run whether it runs
 * @param life how long it may
 */
public record NotebookPlan(
    String name,
    String namespace,
    Map<String, String> labels,
    PodPlan pod,
    IngressPlan ingress,
    RunPlan run,
    LifePlan life) {

  /** The same, run otherwise. */
  public NotebookPlan with(RunPlan other) {
    return new NotebookPlan(name, namespace, labels, pod, ingress, other, life);
  }
}
