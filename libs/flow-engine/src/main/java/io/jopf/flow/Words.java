package io.jopf.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says of a step how it stands or ended. */
final class Words {

  private Words() {}

  static String of(String reason) {
    return switch (reason) {
      case Reasons.FLOW_FAILED -> "another step failed first";
      case Reasons.DELETING -> "being deleted";
      case Reasons.STOPPED -> "the flow was stopped";
      case Reasons.CANCELLED -> "the flow was cancelled";
      case Reasons.DEADLINE_EXCEEDED -> "the flow's time was up";
      case Reasons.SUSPENDED -> "the flow is suspended";
      case Reasons.WAITING_FOR_SLOT -> "as many jobs run as may";
      case Reasons.WAITING_FOR_APPROVAL -> "somebody has to approve it";
      case Reasons.WAITING_FOR_STAGE -> "runs at the end";
      default -> "can start";
    };
  }

  static StepStatus blocked(Board board, Node node) {
    List<String> unknown = board.graph.unknown(node.step);
    if (!unknown.isEmpty()) {
      String message = "no step is named " + Names.list(unknown);
      return node.status.idle(StepState.BLOCKED, Reasons.UNKNOWN_DEPENDENCY, message);
    }
    List<String> blocked = new ArrayList<>();
    for (Dependency dependency : node.step.dependencies()) {
      if (board.graph.blocked(board.graph.number(dependency.step()))) {
        blocked.add(dependency.step());
      }
    }
    return node.status.idle(
        StepState.BLOCKED, Reasons.DEPENDENCY_BLOCKED, "needs " + Names.list(blocked));
  }

  static StepStatus hopeless(Board board, Node node) {
    List<String> broken = new ArrayList<>();
    for (Dependency dependency : node.step.dependencies()) {
      Node other = board.nodes.get(board.graph.number(dependency.step()));
      if (other.ended && !dependency.need().metBy(other.step, other.status)) {
        broken.add(other.step.name());
      }
    }
    return node.status.idle(
        StepState.SKIPPED, Reasons.DEPENDENCY_FAILED, "needs " + Names.list(broken));
  }

  /** What a step waits for whose dependencies are not met. */
  static StepStatus waiting(Board board, Node node) {
    List<String> unmet = new ArrayList<>();
    for (Dependency dependency : node.step.dependencies()) {
      if (board.graph.has(dependency.step())) {
        Node other = board.nodes.get(board.graph.number(dependency.step()));
        if (!other.ended && !(dependency.need() == Need.RUNNING && other.startTold)) {
          unmet.add(other.step.name());
        }
      }
    }
    return node.status.idle(
        StepState.WAITING, Reasons.WAITING_FOR_DEPENDENCIES, "needs " + Names.list(unmet));
  }

  /** How the items make the step end that stands for them. */
  static StepStatus group(Board board, Node node, Instant now) {
    List<String> failed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int left = 0;
    for (Dependency dependency : node.step.dependencies()) {
      Node item = board.nodes.get(board.graph.number(dependency.step()));
      if (item.failed()) {
        failed.add(item.step.name());
      } else if (!Need.PASSED.metBy(item.step, item.status)) {
        missing.add(item.step.name());
      } else if (item.status.state() == StepState.SKIPPED) {
        left++;
      }
    }
    StepStatus status = node.status;
    if (!failed.isEmpty()) {
      String message = "failed: " + Names.list(failed);
      return status.ended(StepState.FAILED, Reasons.ITEMS_FAILED, message, now);
    }
    if (!missing.isEmpty()) {
      String message = "needs " + Names.list(missing);
      return status.idle(StepState.SKIPPED, Reasons.DEPENDENCY_FAILED, message);
    }
    return left > 0 && left == node.step.dependencies().size()
        ? status.idle(StepState.SKIPPED, Reasons.CONDITION_FALSE, "no item was wanted")
        : status.ended(StepState.SUCCEEDED, Reasons.COMPLETED, "", now);
  }

  /** A step between two attempts that gets no other one: the last failure counts. */
  static StepStatus gaveUp(StepStatus status, Instant now) {
    return new StepStatus(
        status.name(),
        StepState.FAILED,
        status.attempts(),
        status.spent(),
        null,
        status.started(),
        Objects.requireNonNullElse(status.finished(), now),
        status.reason(),
        status.message());
  }
}
