package io.jopf.flow;

/**
 * Membership of a step in a group, such as the items of a loop.
 *
 * @param name of the step that stands for the whole group, and by which it is approved
 * @param parallelism how many jobs of the group may run at the same time, 0 for any number
 */
public record Group(String name, int parallelism) {}
