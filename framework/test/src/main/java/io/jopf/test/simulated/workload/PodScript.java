package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a pod does instead of running its containers: it lives for a while and ends with a code.
 *
 * <p>The annotations {@code test.jopf.io/run-for} and {@code test.jopf.io/exit-code} say so; else
 * the text of its commands does: {@code sleep 10} takes ten seconds, a last {@code exit 3} fails.
 * Without either it takes a second and succeeds. The slowest and the worst container count. The
 * simulated nodes of the real control plane read the same. What {@code test.jopf.io/message} says
 * is the termination message of every container; only the simulated cluster reads that.
 */
record PodScript(Duration runFor, int exitCode) {

  static final String RUN_FOR = "test.jopf.io/run-for";
  static final String MESSAGE = "test.jopf.io/message";
  static final String EXIT_CODE = "test.jopf.io/exit-code";
  private static final Logger LOG = LoggerFactory.getLogger(PodScript.class);
  private static final Pattern SLEEP =
      Pattern.compile("(?<![\\w.-])sleep +(\\d+(?:\\.\\d+)?[smh]?|inf(?:inity)?)");
  private static final Pattern EXIT = Pattern.compile("\\bexit +(\\d{1,3})");
  private static final Duration FOREVER = Duration.ofDays(3650);

  static PodScript of(Pod pod) {
    Duration longest = Duration.ZERO;
    int worst = 0;
    for (Container container : pod.getSpec().getContainers()) {
      String command = command(container);
      Duration slept = slept(command);
      longest = slept.compareTo(longest) > 0 ? slept : longest;
      worst = Math.max(worst, exited(command));
    }
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    return new PodScript(
        duration(annotations.get(RUN_FOR), longest.isZero() ? Duration.ofSeconds(1) : longest),
        code(annotations.get(EXIT_CODE), worst));
  }

  /** A duration from an annotation; the fallback where there is none or it cannot be read. */
  static Duration duration(@Nullable String text, Duration fallback) {
    try {
      return text == null ? fallback : Durations.parse(text);
    } catch (IllegalArgumentException e) {
      LOG.warn("Ignored in an annotation: {}", e.getMessage());
      return fallback;
    }
  }

  private static int code(@Nullable String text, int fallback) {
    try {
      return text == null ? fallback : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      LOG.warn("Ignored in an annotation, not an exit code: {}", text);
      return fallback;
    }
  }

  private static String command(Container container) {
    return String.join(" ", container.getCommand()) + " " + String.join(" ", container.getArgs());
  }

  private static Duration slept(String command) {
    Duration sum = Duration.ZERO;
    for (Matcher sleep = SLEEP.matcher(command); sleep.find(); ) {
      String text = sleep.group(1);
      sum = sum.plus(text.startsWith("inf") ? FOREVER : Durations.parse(text));
    }
    return sum;
  }

  private static int exited(String command) {
    int last = 0;
    for (Matcher exit = EXIT.matcher(command); exit.find(); ) {
      last = Integer.parseInt(exit.group(1));
    }
    return last;
  }
}
