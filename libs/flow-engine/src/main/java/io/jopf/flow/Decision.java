package io.jopf.flow;

import java.util.List;

/**
 * What to do and what to tell.
 *
 * @param toStart steps whose job is to be created now, in the plan's order
 * @param status to be stored; the steps of {@code toStart} still stand as waiting in it
 */
public record Decision(List<String> toStart, FlowStatus status) {

  public Decision {
    toStart = List.copyOf(toStart);
  }
}
