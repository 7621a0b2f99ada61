package io.jopf.jobflow.plan;

import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlowSpec;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a flow and its status fit into one object: what does not could be begun, but never be
 * told the end of.
 */
final class FlowSize {
  /** Bytes; etcd takes 1.5 MiB. The rest is for metadata and what cannot be foreseen. */
  static final int MOST = 1_450_000;

  /** Turns of loops included. */
  static final int MOST_STEPS = 10_000;

  /** What a status has of a step beside its name and that of its Job: state, times, reason. */
  private static final int PER_STEP = 190;

  private static final int JOB_NAME = 63;

  /** Steps that may have a message, and what it takes; of more steps only some have one. */
  private static final int MESSAGES = 500;

  private static final int MESSAGE = 270;

  /** Jobs whose whole status is listed, and what that takes. */
  private static final int JOBS = 200;

  private static final int JOB = 1000;

  /** What is kept of what steps put out, with the quotes and commas. */
  private static final int OUTPUTS = 250_000;

  private long steps;
  private long status;

  private FlowSize(JobFlowSpec spec) {
    flows(spec).forEach(this::add);
  }

  /**
   * Why it does not fit, with the numbers; empty if it does.
   *
   * @param length of the spec as JSON, in bytes
   * @param outputs whether it keeps what steps put out
   */
  static Optional<String> problem(JobFlowSpec spec, int length, boolean outputs) {
    FlowSize size = new FlowSize(spec);
    size.status += Math.min(size.steps, MESSAGES) * MESSAGE + Math.min(size.steps, JOBS) * JOB;
    size.status += outputs ? OUTPUTS : 0;
    if (size.steps > MOST_STEPS) {
      return Optional.of(
          text("the flow has %,d steps, at most %,d are allowed", size.steps, MOST_STEPS));
    }
    // the API server notes who has set each field, which is half as much again
    long spent = length + length / 2L + size.status;
    return spent <= MOST
        ? Optional.empty()
        : Optional.of(
            text(
                "the flow is too large: its spec takes %,d bytes, what the API server notes of"
                    + " that about %,d, and a status of %,d steps up to %,d, of which at most %,d"
                    + " fit; templates and smaller flows help",
                length, length / 2, size.steps, size.status, MOST));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static Stream<Flow> flows(JobFlowSpec spec) {
    return Stream.of(spec.flows(), spec.finalSteps())
        .filter(Objects::nonNull)
        .flatMap(List::stream);
  }

  private void add(Flow flow) {
    long turns = flow.forEach() == null ? 1 : Loops.size(flow.forEach());
    if (turns > Loops.MOST) {
      turns = 1; // is refused for itself
    }
    steps += turns;
    int name = flow.name() == null ? 0 : flow.name().length();
    status += turns * (name + JOB_NAME + PER_STEP);
  }
}
