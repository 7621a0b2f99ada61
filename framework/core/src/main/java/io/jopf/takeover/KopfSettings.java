package io.jopf.takeover;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of objects that a Kopf operator has handled, prefix {@code jopf.takeover.kopf}.
 *
 * @param mode what to do with them; default {@code HOLD}
 * @param prefixes prefixes of Kopf's annotations; default {@code kopf.zalando.org} and {@code
 *     kopf.dev}
 * @param finalizer Kopf's finalizer; default {@code kopf.zalando.org/KopfFinalizerMarker}
 * @param handlers which handlers go on with Kopf's, as {@code kopf-id=id}, where the ids do not
 *     tell
 * @param ignoredFields dotted paths of what Kopf was told not to look at
 */
@ConfigurationProperties("jopf.takeover.kopf")
public record KopfSettings(
    @Bindable(defaultValue = "HOLD") Mode mode,
    @Bindable(defaultValue = "kopf.zalando.org,kopf.dev") List<String> prefixes,
    @Bindable(defaultValue = "kopf.zalando.org/KopfFinalizerMarker") String finalizer,
    @Nullable List<String> handlers,
    @Nullable List<String> ignoredFields) {

  /** The defaults, with a mode. */
  public static KopfSettings of(Mode mode) {
    return new KopfSettings(
        mode,
        List.of("kopf.zalando.org", "kopf.dev"),
        "kopf.zalando.org/KopfFinalizerMarker",
        null,
        null);
  }

  /** What to do with an object that carries Kopf's marks and none of ours. */
  public enum Mode {
    /** Leave it alone and say so: whether its create handlers are to run is not for us to guess. */
    HOLD,
    /** Go on where Kopf stopped. */
    ADOPT,
    /** Handle it as if Kopf had never seen it; Kopf's marks stay. */
    IGNORE
  }
}
