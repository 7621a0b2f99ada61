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
 * @param stopped whether nothing runs for the time being
 */
public record NotebookPlan(
    String name,
    String namespace,
    Map<String, String> labels,
    PodPlan pod,
    IngressPlan ingress,
    boolean stopped) {}
