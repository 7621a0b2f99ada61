package io.jopf.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ResourceMapper;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another kind whose changes wake the handled one.
 *
 * @param type its model class
 * @param labels label selector for what is watched; empty: all
 * @param omitted paths of the fields that are not kept
 * @param mapper finds the handled objects of a change; null: their controller
 */
public record Secondary(
    Class<? extends HasMetadata> type,
    String labels,
    Set<List<String>> omitted,
    @Nullable ResourceMapper mapper) {

  /** Whether these are children of the handled objects. */
  public boolean owned() {
    return mapper == null;
  }
}
