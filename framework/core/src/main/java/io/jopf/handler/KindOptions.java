package io.jopf.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.filter.FieldSelector;
import io.jopf.filter.LabelSelector;
import java.util.List;
import java.util.Set;

/**
 * What holds for all handlers of a kind.
 *
 * @param labels label selector of the objects that exist for them; empty: all
 * @param fields field selector of the same; empty: all
 * @param ignored paths of the fields whose changes concern none of them
 * @param omitted paths of the fields that are not kept
 */
public record KindOptions(
    String labels, String fields, Set<List<String>> ignored, Set<List<String>> omitted) {

  /** Nothing said. */
  public static final KindOptions DEFAULT = new KindOptions("", "", Set.of(), Set.of());

  /** Whether there are objects of the kind that do not exist for the handlers. */
  public boolean isSelective() {
    return !labels.isEmpty() || !fields.isEmpty();
  }

  /** Whether an object, as its whole JSON, exists for the handlers. */
  public boolean selects(JsonNode object) {
    return LabelSelector.parse(labels).matches(object.path("metadata").path("labels"))
        && FieldSelector.parse(fields).matches(object);
  }
}
