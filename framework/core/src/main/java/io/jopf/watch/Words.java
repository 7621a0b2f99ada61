package io.jopf.watch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Texts that several objects have in common, by number: names of fields, images, labels. A text
 * gets a number when a second object has it; names and UIDs of single objects so get none. Written
 * by one thread at a time; read by whoever was given, safely, something that is packed with it.
 */
final class Words {

  static final int MOST = 1 << 13;
  private static final int LONGEST = 256;
  private static final int SLOTS = 1 << 10;
  private static final int FIRST = 64;

  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * By hash: that of the text that was last met there, and that of the object it was met in. None
   * for streams without objects.
   */
  private long[] met = {};

  /** Volatile, so that who reads a grown one finds in it what was there before it grew. */
  private volatile String[] words = {};

  /** Whether no more can be taken in. */
  boolean isFull() {
    return numbers.size() >= MOST;
  }

  /**
   * The number of a text; -1 if it has none.
   *
   * @param object where it is met, as a hash
   */
  int number(String text, int object) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    if (met.length == 0) {
      met = new long[SLOTS];
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    long before = met[slot];
    met[slot] = ((long) hash << 32) | (object & 0xffffffffL);
    boolean shared = (int) (before >>> 32) == hash && (int) before != object;
    return shared && text.length() <= LONGEST && !isFull() ? add(text) : -1;
  }

  private int add(String text) {
    int number = numbers.size();
    String[] room =
        number < words.length ? words : Arrays.copyOf(words, Math.max(FIRST, 2 * number));
    room[number] = text;
    words = room;
    numbers.put(text, number);
    return number;
  }

  String word(int number) {
    return words[number];
  }
}
