package io.jopf.jobflow.plan;

import io.jopf.flow.Dependency;
import io.jopf.flow.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Which steps there are and what they wait for, as a hash; their order does not matter. */
final class Topology {
  private static final int DIGITS = 16;

  private Topology() {}

  static String of(List<Step> steps) {
    StringBuilder text = new StringBuilder();
    steps.stream().map(Topology::line).sorted().forEach(line -> text.append(line).append('\n'));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String line(Step step) {
    List<String> needs =
        step.dependencies().stream().map(Topology::words).sorted().distinct().toList();
    return step.name() + " " + step.stage() + " " + step.trigger() + " " + needs;
  }

  private static String words(Dependency dependency) {
    return dependency.step() + ":" + dependency.need();
  }
}
