package io.jopf.watch;

import org.jspecify.annotations.Nullable;

/**
 * Resource versions. Those of one kind are numbers that grow; a server that uses something else
 * gives versions that are equal or not, and neither is then older.
 */
public final class Versions {

  private Versions() {}

  /** Whether one version is certainly before another. */
  public static boolean isOlder(@Nullable String version, @Nullable String other) {
    return isNumber(version) && isNumber(other) && compare(version, other) < 0;
  }

  /** Whether one version is certainly the other or a later one. */
  public static boolean isAtLeast(@Nullable String version, @Nullable String other) {
    if (version == null || other == null) {
      return other == null;
    }
    return version.equals(other)
        || (isNumber(version) && isNumber(other) && compare(version, other) >= 0);
  }

  /** Whether who has come to a version has seen all that was written by another one. */
  static boolean isPast(String reached, @Nullable String written) {
    return isNumber(reached) && isAtLeast(reached, written);
  }

  static boolean isNumber(@Nullable String version) {
    return version != null
        && !version.isEmpty()
        && version.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Of any length, as Kubernetes promises no bound. */
  private static int compare(@Nullable String one, @Nullable String other) {
    String a = stripped(one);
    String b = stripped(other);
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  private static String stripped(@Nullable String number) {
    String text = number == null ? "" : number;
    int start = 0;
    while (start < text.length() - 1 && text.charAt(start) == '0') {
      start++;
    }
    return text.substring(start);
  }
}
