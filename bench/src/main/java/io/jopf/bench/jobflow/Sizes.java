package io.jopf.bench.jobflow;

import io.jopf.bench.run.Arguments;

/**
 * How much of everything.
 *
 * @param rounds how often each scenario is played
 * @param hops length of the chain with pauses
 * @param active flows under way beside it
 * @param chain length of the chain without pauses
 * @param fan steps between the first and the last
 * @param layers layers, {@code width} steps each
 * @param drain flows of one step
 * @param nodes nodes of a DaemonJob
 * @param restart flows under way when the operator is killed
 * @param finished flows of five steps that have ended, for memory and rest; 0: not looked at
 * @param held flows of five steps that are under way beside those
 * @param heapMb the operator's -Xmx
 */
record Sizes(
    int rounds,
    int hops,
    int active,
    int chain,
    int fan,
    int layers,
    int width,
    int drain,
    int nodes,
    int restart,
    int finished,
    int held,
    int heapMb) {

  static final String[] NAMES = {
    "rounds",
    "hops",
    "active",
    "chain",
    "fan",
    "layers",
    "width",
    "drain",
    "nodes",
    "restart",
    "finished",
    "held",
    "heap-mb"
  };

  static Sizes of(Arguments arguments) {
    return new Sizes(
        arguments.number("rounds", 3),
        arguments.number("hops", 51),
        arguments.number("active", 500),
        arguments.number("chain", 1000),
        arguments.number("fan", 998),
        arguments.number("layers", 20),
        arguments.number("width", 50),
        arguments.number("drain", 1000),
        arguments.number("nodes", 1000),
        arguments.number("restart", 1000),
        arguments.number("finished", 10_000),
        arguments.number("held", 1000),
        arguments.number("heap-mb", 256));
  }

  @Override
  public String toString() {
    return "%d rounds; %d hops, beside %d active flows; chain of %d, fan of %d, layers %d x %d, %d flows of one step, DaemonJob on %d nodes, restart with %d active flows, %d finished flows beside %d active ones, heap %d MB"
        .formatted(
            rounds, hops - 1, active, chain, fan, layers, width, drain, nodes, restart, finished,
            held, heapMb);
  }
}
