package io.jopf.bench.jobflow;

/** Who sees to it that the Jobs of a flow are made in time. */
interface Contender extends AutoCloseable {

  /** For people. */
  String name();

  /** Lets a flow begin; the rest happens by itself. */
  void begin(String namespace, String name, Graph graph);

  @Override
  void close();
}
