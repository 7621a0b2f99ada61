package io.jopf.jupyter.settings;

import io.jopf.jupyter.plan.Durations;
import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long notebooks may do what.
 *
 * @param idle after how long without activity a server is stopped where its notebook says nothing;
 *     null: never
 * @param connected whether also while somebody has a kernel or a terminal open, where its notebook
 *     says nothing
 * @param running how long after its start a server is stopped; null: as long as its notebook says
 * @param existing how long after its creation a notebook is deleted; null: as long as it says
 */
public record LifeSettings(
    @Nullable Duration idle,
    boolean connected,
    @Nullable Duration running,
    @Nullable Duration existing) {

  /** Nothing is limited. */
  public static final LifeSettings NONE = new LifeSettings(null, false, null, null);

  static LifeSettings from(PropertyResolver properties) {
    Texts texts = new Texts(properties, "jupyter.life.");
    return new LifeSettings(
        duration(texts, "cull-timeout", "JO_CULL_TIMEOUT"),
        texts.isOn("cull-connected", false),
        duration(texts, "cull-max-age", "JO_CULL_MAX_AGE"),
        duration(texts, "time-to-live", "JO_TIME_TO_LIVE"));
  }

  private static @Nullable Duration duration(Texts texts, String name, String variable) {
    String text = texts.get(name).orElse("0");
    Duration duration =
        Durations.parse(text)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        variable, text, "a length of time like 90m, 2h or 7d", null));
    return duration.isZero() ? null : duration;
  }
}
