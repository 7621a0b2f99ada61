package io.jopf.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of child jobs: {@code <parent>-<child>} where Kubernetes takes that, else its beginning and
 * a hash of both names, so that the same pair always gets the same name.
 */
public final class JobName {
  /** A Job's name becomes the value of a label on its pods. */
  private static final int MAX_LENGTH = 63;

  private static final int HASH_DIGITS = 8;
  private static final Pattern ATTEMPT = Pattern.compile("(.+)-try([2-9]|[1-9][0-9]+)");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private JobName() {}

  /** Name of an ordinary Job: at most 63 characters, dots allowed. */
  public static String of(String parent, String child) {
    return of(parent, child, MAX_LENGTH, true);
  }

  /** What a step's later attempts are called in the names of their jobs. */
  public static String attempt(String child, int attempt) {
    return attempt <= 1 ? child : child + "-try" + attempt;
  }

  /** Which step a later attempt with this name would be of; the name itself if it is none. */
  static String stepOf(String name) {
    Matcher attempt = ATTEMPT.matcher(name);
    return attempt.matches() ? attempt.group(1) : name;
  }

  /**
   * Name of an Indexed Job. Its pods' host names are the Job's name and an index, so it is shorter
   * and has no dots.
   *
   * @param completions how many indexes there are, at least 1
   */
  public static String ofIndexed(String parent, String child, int completions) {
    int suffix = 1 + Integer.toString(Math.max(0, completions - 1)).length();
    return of(parent, child, MAX_LENGTH - suffix, false);
  }

  private static String of(String parent, String child, int maxLength, boolean dots) {
    String name = parent + "-" + child;
    boolean valid = SUBDOMAIN.matcher(name).matches() && (dots || name.indexOf('.') < 0);
    return valid && name.length() <= maxLength ? name : shortened(parent, child, maxLength, dots);
  }

  private static String shortened(String parent, String child, int maxLength, boolean dots) {
    String clean =
        (parent + "-" + child)
            .toLowerCase(Locale.ROOT)
            .replaceAll(dots ? "[^-.a-z0-9]" : "[^-a-z0-9]", "-")
            .replaceAll("[-.]*\\.[-.]*", dots ? "." : "-");
    int room = maxLength - 1 - HASH_DIGITS;
    String prefix =
        clean.substring(0, Math.min(room, clean.length())).replaceAll("^[-.]+|[-.]+$", "");
    // a slash occurs in no name, so different pairs never hash the same text
    String hash = hash(parent + "/" + child);
    return prefix.isEmpty() ? "job-" + hash : prefix + "-" + hash;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
