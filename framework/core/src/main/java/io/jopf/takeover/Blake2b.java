package io.jopf.takeover;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The hash of RFC 7693 without a key, as short as wanted: Kopf cuts long names with it. The JDK has
 * none, and a cryptography library would be bigger than the framework.
 */
final class Blake2b {

  private static final int BLOCK = 128;
  private static final int ROUNDS = 12;
  private static final int UNKEYED = 0x01010000;
  private static final long[] INITIAL = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
  };

  /** Which word of the block is mixed in when, a hexadecimal digit each. */
  private static final String[] SCHEDULE = {
    "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8",
    "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a",
    "6fe9b308c2d714a5", "a2847615fb9e3cd0"
  };

  private final long[] state = INITIAL.clone();

  private Blake2b(int size) {
    state[0] ^= UNKEYED ^ size;
  }

  /**
   * The hash.
   *
   * @param size its length in bytes, 1 to 64
   */
  static byte[] hash(byte[] input, int size) {
    Blake2b hash = new Blake2b(size);
    int blocks = Math.max(1, (input.length + BLOCK - 1) / BLOCK);
    for (int i = 0; i < blocks; i++) {
      boolean last = i == blocks - 1;
      int end = last ? input.length : (i + 1) * BLOCK;
      byte[] block = Arrays.copyOf(Arrays.copyOfRange(input, i * BLOCK, end), BLOCK);
      hash.compress(block, end, last);
    }
    ByteBuffer bytes = ByteBuffer.allocate(INITIAL.length * Long.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(hash.state);
    return Arrays.copyOf(bytes.array(), size);
  }

  private void compress(byte[] block, long counter, boolean last) {
    long[] words = new long[BLOCK / Long.BYTES];
    ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    int half = state.length;
    long[] v = Arrays.copyOf(state, 2 * half);
    System.arraycopy(INITIAL, 0, v, half, half);
    v[12] ^= counter;
    if (last) {
      v[14] = ~v[14];
    }
    for (int round = 0; round < ROUNDS; round++) {
      String order = SCHEDULE[round % SCHEDULE.length];
      for (int i = 0; i < half; i++) {
        // four columns, then four diagonals
        int column = i % 4;
        int turn = i / 4;
        long x = words[Character.digit(order.charAt(2 * i), 16)];
        long y = words[Character.digit(order.charAt(2 * i + 1), 16)];
        mix(
            v,
            column,
            4 + (column + turn) % 4,
            8 + (column + 2 * turn) % 4,
            12 + (column + 3 * turn) % 4,
            x,
            y);
      }
    }
    for (int i = 0; i < half; i++) {
      state[i] ^= v[i] ^ v[i + half];
    }
  }

  private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
    v[a] += v[b] + x;
    v[d] = Long.rotateRight(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = Long.rotateRight(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 63);
  }
}
