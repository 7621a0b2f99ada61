package io.jopf.flow;

/**
 * A job to create.
 *
 * @param step the step
 * @param attempt which attempt of it, from 1
 */
public record Start(String step, int attempt) {}
