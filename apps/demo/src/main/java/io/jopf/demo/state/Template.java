package io.jopf.demo.state;

import java.util.SortedSet;

/**
 * A JobTemplate.
 *
 * @param users Jobs made from it, as its status says
 * @param expected the Jobs that should be made from it
 */
public record Template(String title, SortedSet<String> users, SortedSet<String> expected) {}
