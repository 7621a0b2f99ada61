package io.jopf.jobflow.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant. */
public final class Similar {

  private Similar() {}

  /** What to add to a message; empty if nothing is alike. */
  public static String hint(String word, Collection<String> known) {
    return to(word, known).map(meant -> "; did you mean " + meant + "?").orElse("");
  }

  /** The known word that is most like it, if any is. */
  static Optional<String> to(String word, Collection<String> known) {
    int most = Math.min(Math.min(3, Math.max(1, word.length() / 2)), word.length() - 1);
    return known.stream()
        .filter(one -> !one.equals(word) && distance(one, word) <= most)
        .min(Comparator.comparingInt((String one) -> distance(one, word)).thenComparing(w -> w));
  }

  /** How many letters to change; upper and lower case are alike. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
