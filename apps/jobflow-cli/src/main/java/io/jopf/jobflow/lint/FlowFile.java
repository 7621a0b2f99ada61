package io.jopf.jobflow.lint;

import io.jopf.jobflow.api.JobFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads flows, with or without status, without judging them. */
public final class FlowFile {

  /** A text that is no flow. */
  public static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  private FlowFile() {}

  /**
   * All flows of a text.
   *
   * @param file only for messages
   * @throws UnreadableException if it is no YAML, or a flow in it has values of wrong types
   */
  public static List<JobFlow> flows(String file, String text) {
    List<Finding> faults = new ArrayList<>();
    List<JobFlow> flows = new ArrayList<>();
    for (Document document : Documents.of(file, text, faults::add)) {
      if (document.kind().equals("JobFlow")) {
        Optional<JobFlow> flow = FlowCheck.read(document.tree(), JobFlow.class);
        flows.add(
            flow.orElseThrow(
                () -> new UnreadableException(file + ": " + document.object() + " is no flow")));
      }
    }
    if (!faults.isEmpty()) {
      throw new UnreadableException(faults.get(0).text());
    }
    return flows;
  }
}
