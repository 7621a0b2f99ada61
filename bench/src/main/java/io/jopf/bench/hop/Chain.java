package io.jopf.bench.hop;

/** Who sees to it that the Jobs of a chain follow each other. */
interface Chain extends AutoCloseable {

  /** Lets a chain begin; the rest happens by itself. */
  void begin(String namespace, int jobs);

  /** Frees what the last chain needed. */
  @Override
  void close();
}
