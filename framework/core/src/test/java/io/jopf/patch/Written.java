package io.jopf.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.MergePatch;
import java.util.ArrayList;
import java.util.List;

/** What an API server makes of the changes of a cycle. */
public final class Written {

  private Written() {}

  /** The stored object after the changes; the object given is left alone. */
  public static ObjectNode to(ObjectNode stored, Changes changes, String finalizer) {
    ObjectNode next = MergePatch.apply(stored, changes.statusPatch());
    next = MergePatch.apply(next, changes.mainPatch());
    Boolean wanted = changes.finalizer();
    if (wanted != null) {
      List<String> names = new ArrayList<>();
      next.path("metadata").path("finalizers").forEach(name -> names.add(name.asText()));
      names.remove(finalizer);
      if (wanted) {
        names.add(finalizer);
      }
      ArrayNode list = next.withObject("/metadata").putArray("finalizers");
      names.forEach(list::add);
    }
    return next;
  }

  /** How many requests that takes. */
  public static int requests(Changes changes) {
    return (changes.statusPatch().isEmpty() ? 0 : 1)
        + (changes.mainPatch().isEmpty() ? 0 : 1)
        + (changes.finalizer() == null ? 0 : 1);
  }
}
