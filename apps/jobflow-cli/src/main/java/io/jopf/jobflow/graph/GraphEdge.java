package io.jopf.jobflow.graph;

/**
 * A dependency in a picture.
 *
 * @param from number of the step that is waited for
 * @param to number of the step that waits
 * @param label the condition if it is not success; else empty
 * @param critical whether it lies on the critical path
 */
public record GraphEdge(int from, int to, String label, boolean critical) {}
