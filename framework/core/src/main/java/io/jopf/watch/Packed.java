package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * An object as it is kept: a tenth of what its maps and strings would take. Opening it costs about
 * as much as copying it.
 */
final class Packed {

  private final byte[] bytes;
  private final Words words;

  private Packed(byte[] bytes, Words words) {
    this.bytes = bytes;
    this.words = words;
  }

  /** Of an object without managedFields. */
  static Packed of(GenericKubernetesResource object, Words words) {
    return new Packed(new Packing(words, object).bytes(), words);
  }

  /** In bytes. */
  int size() {
    return bytes.length;
  }

  /** A copy of its own for whoever asks. */
  GenericKubernetesResource open() {
    return new Unpacking(bytes, words).object();
  }
}
