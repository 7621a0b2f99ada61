package io.jopf.jobflow.status;

import io.jopf.jobflow.api.UsedTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a flow holds beside what the engine says.
 *
 * @param retried the last wish for another run that was taken up, null for none
 * @param topology which steps there were at the start, null before
 * @param templates what it uses of templates
 * @param outputs what steps put out, by step, as far as it is new
 */
public record Extras(
    @Nullable String retried,
    @Nullable String topology,
    List<UsedTemplate> templates,
    Map<String, Map<String, String>> outputs) {

  /** Nothing. */
  public static Extras none() {
    return new Extras(null, null, List.of(), Map.of());
  }
}
