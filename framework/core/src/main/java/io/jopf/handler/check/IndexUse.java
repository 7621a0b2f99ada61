package io.jopf.handler.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which index a parameter means.
 *
 * @param id its id
 * @param owner the class that {@code @From} names; null for the handler's own
 * @param offered the indices of that class; none where it is the handler's own
 */
public record IndexUse(
    String id, @Nullable TypeDescription owner, List<IndexDescription> offered) {}
