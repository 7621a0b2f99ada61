package io.jopf.leader;

import io.jopf.client.Fence;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One process of an operator, as far as its election goes. */
final class Replica implements LeaderListener {

  static final Timing TIMING =
      new Timing(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

  final String name;
  final Election election;

  /** What it was told, with when, as in {@code "leads 0s"}. */
  final List<String> told = new ArrayList<>();

  final List<Fence> terms = new ArrayList<>();

  /** How long nobody else could lead, each time that it ceased to. */
  final List<Duration> rests = new ArrayList<>();

  /** What part of that its work takes to end, in percent; more than a hundred: it is too slow. */
  int slowness;

  private boolean busy;
  final SkewedTime time;

  private Replica(String name, FakeLease lease, SkewedTime time) {
    this.name = name;
    this.time = time;
    Candidate candidate =
        new Candidate(lease.wayOf(name), time, TIMING, name, new Random(name.hashCode()));
    election = new Election(candidate, time, TIMING, Runnable::run, this);
  }

  static Replica started(String name, FakeLease lease, FakeTime time) {
    return started(name, lease, time, Duration.ZERO);
  }

  /** One on a machine whose wall clock is wrong by so much. */
  static Replica started(String name, FakeLease lease, FakeTime time, Duration skew) {
    Replica replica = new Replica(name, lease, new SkewedTime(time, skew));
    replica.election.start();
    time.advance(Duration.ZERO);
    return replica;
  }

  boolean leads() {
    return election.isLeading();
  }

  /** Whether it leads, or has led and its work has not ended. */
  boolean works() {
    return leads() || busy;
  }

  @Override
  public void leads(Fence term) {
    terms.add(term);
    told.add("leads");
    busy = true;
  }

  @Override
  public void follows(Duration rest) {
    rests.add(rest);
    told.add("follows");
    if (slowness == 0) {
      busy = false;
    } else {
      time.schedule(rest.multipliedBy(slowness).dividedBy(100), () -> busy = false);
    }
  }

  @Override
  public boolean hasEnded() {
    return !busy;
  }

  @Override
  public String toString() {
    return name + " " + told + " at " + time.now();
  }
}
