package io.jopf.flow;

/** Decides what a flow does next, from all that is known of it. */
public final class FlowEngine {

  private FlowEngine() {}

  /** Which jobs to create and to stop now, and how the flow stands. Never throws. */
  public static Decision decide(FlowInput input) {
    FlowRun run = new FlowRun(input.plan(), input.remembered());
    input.observed().forEach(run::observe);
    FlowRun.Moves moves = run.advance(input.control(), input.now());
    return new Decision(moves.toStart(), moves.toStop(), moves.again(), run.status());
  }
}
