package io.jopf.flow;

/**
 * One thing a step waits for.
 *
 * @param step name of another step
 * @param need what is wanted of it
 */
public record Dependency(String step, Need need) {}
