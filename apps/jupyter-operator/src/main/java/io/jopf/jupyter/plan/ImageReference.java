package io.jopf.jupyter.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A container image as users write it: {@code [host[:port]/]path[:tag][@digest]}.
 *
 * @param text as written
 * @param tag null if there is none
 * @param digest null if there is none
 */
public record ImageReference(String text, @Nullable String tag, @Nullable String digest) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:[A-Za-z0-9.-]+(?::\\d+)?/)?" // host
              + "[a-z0-9]+(?:[._/-]+[a-z0-9]+)*" // path
              + "(?::(?<tag>\\w[\\w.-]{0,127}))?"
              + "(?:@(?<digest>[A-Za-z0-9+._-]+:[0-9A-Fa-f]{32,}))?");

  private static final Set<String> MOVING_TAGS = Set.of("latest", "stable");

  /** Empty if the text names no image. */
  static Optional<ImageReference> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new ImageReference(text, matcher.group("tag"), matcher.group("digest")))
        : Optional.empty();
  }

  /** {@code Always} for what may change under its name, {@code IfNotPresent} otherwise. */
  public String pullPolicy() {
    boolean moving = tag == null || MOVING_TAGS.contains(tag.toLowerCase(Locale.ROOT));
    return digest == null && moving ? "Always" : "IfNotPresent";
  }
}
