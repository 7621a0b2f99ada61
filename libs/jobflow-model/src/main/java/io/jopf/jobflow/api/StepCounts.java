package io.jopf.jobflow.api;

/** How many steps stand where; the parts add up to {@code total}. */
public record StepCounts(
    int total,
    int waiting,
    int blocked,
    int running,
    int succeeded,
    int failed,
    int skipped,
    int cancelled) {}
