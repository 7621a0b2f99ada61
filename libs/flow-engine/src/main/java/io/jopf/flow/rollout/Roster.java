package io.jopf.flow.rollout;

import io.jopf.flow.Observed;
import io.jopf.flow.Reasons;
import io.jopf.flow.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the nodes that count, and how the job stands on each. */
final class Roster {
  /** So many nodes that have left are remembered, the latest. */
  private static final int GONE = 1000;

  private final RolloutInput input;
  private final Map<String, NodeStatus> known = new HashMap<>();
  private final NavigableMap<String, Member> members = new TreeMap<>();

  private Roster(RolloutInput input) {
    this.input = input;
    input.remembered().nodes().forEach(node -> known.put(node.name(), node));
  }

  /** The members by name. */
  static List<Member> of(RolloutInput input) {
    Roster roster = new Roster(input);
    TreeSet<String> names = new TreeSet<>(roster.known.keySet());
    if (!input.isOver()) {
      input.places().forEach((name, place) -> note(names, name, place.wanted()));
      input.observed().forEach((name, job) -> note(names, name, job.attempt() > 0));
    }
    names.forEach(roster::look);
    roster.forget();
    return new ArrayList<>(roster.members.values());
  }

  private static void note(Set<String> names, String name, boolean concerns) {
    if (concerns) {
      names.add(name);
    }
  }

  private void look(String name) {
    Place place = input.places().get(name);
    Observed job = input.observed().getOrDefault(name, Observed.none());
    NodeStatus before = known.get(name);
    if (input.isOver()) {
      members.put(name, new Member(place, job, Objects.requireNonNull(before)));
      return;
    }
    if (before == null && place == null && !job.phase().unfinished()) {
      return;
    }
    NodeStatus start =
        before == null
            ? NodeStatus.fresh(name, place == null ? null : place.uid())
            : wished(before, place);
    Member member = new Member(place, job, start);
    member.observe(input.policy().retry(), input.now());
    if (placed(member)) {
      members.put(name, member);
    }
  }

  /** What is remembered, with what is asked for, and as another node of the name changes it. */
  private NodeStatus wished(NodeStatus before, @Nullable Place place) {
    RolloutControl control = input.control();
    NodeStatus status = before;
    if (place != null && (isReplaced(status, place) || wasTakenAway(status))) {
      status = status.again(place.uid());
    } else if (place != null && status.gone()) {
      status = status.gone(false);
    }
    boolean failed = status.is(StepState.FAILED) || status.is(StepState.CANCELLED);
    boolean named = control.retryAlso().contains(status.name()) && status.finished();
    if (control.retry() && place != null && (failed || named)) {
      status = status.again(place.uid());
    } else if (control.resume() && status.is(StepState.FAILED)) {
      status = status.forgave();
    }
    return status;
  }

  private boolean isReplaced(NodeStatus status, Place place) {
    boolean same = status.uid() == null || place.uid().startsWith(status.uid());
    return input.policy().rerunReplaced() && !same && (status.begun() || status.finished());
  }

  private static boolean wasTakenAway(NodeStatus status) {
    return status.gone() && status.is(StepState.CANCELLED);
  }

  /** Considers where it is; whether it counts. */
  private boolean placed(Member member) {
    Place place = member.place;
    NodeStatus status = member.status;
    if (place == null) {
      if (!status.finished() && status.step().attempts() == 0) {
        return false;
      }
      NodeStatus before = known.get(status.name());
      // a job that failed in the moment its node left did so because of that
      boolean done =
          status.finished()
              && (!status.is(StepState.FAILED) || (before != null && before.finished()));
      member.status =
          done
              ? status.gone(true)
              : status
                  .ended(StepState.CANCELLED, Reasons.NODE_GONE, "the node has gone", input.now())
                  .gone(true);
      return true;
    }
    if (status.finished() || status.is(StepState.RUNNING)) {
      return true;
    }
    if (!place.wanted()) {
      member.status =
          status.idle(StepState.SKIPPED, Reasons.NOT_SELECTED, "the node is not chosen any more");
      return status.step().attempts() > 0;
    }
    if (place.reason() != null) {
      member.status = status.idle(StepState.SKIPPED, place.reason(), place.message());
    } else if (status.is(StepState.SKIPPED)) {
      member.status = status.idle(StepState.WAITING, null, null);
    }
    return true;
  }

  private void forget() {
    List<Member> gone = new ArrayList<>();
    members.values().stream().filter(member -> member.status.gone()).forEach(gone::add);
    if (gone.size() > GONE) {
      gone.sort(Comparator.comparing(Roster::finished).reversed().thenComparing(Member::name));
      gone.subList(GONE, gone.size()).forEach(member -> members.remove(member.name()));
    }
  }

  private static Instant finished(Member member) {
    return Objects.requireNonNullElse(member.status.step().finished(), Instant.EPOCH);
  }
}
