package io.jopf.operator;

import io.jopf.client.Fence;
import io.jopf.leader.Election;
import io.jopf.leader.Elections;
import io.jopf.leader.LeaderListener;
import io.jopf.metrics.Observer;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the controllers act: always for an operator without rivals, else while it leads. */
final class Leadership implements LeaderListener {

  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final List<KindController> controllers;
  private final Observer observer;
  private final Time time;
  private final Consumer<Runnable> catchUp;
  private final @Nullable Election election;
  private volatile boolean leads;

  /** That we do not act in yet. */
  private volatile @Nullable Fence next;

  /**
   * Nobody acts yet if there is an election.
   *
   * @param catchUp runs something as soon as all is known that was written before
   * @throws io.jopf.StartupException if there is one that cannot be held
   */
  Leadership(
      Elections elections,
      String operator,
      List<KindController> controllers,
      Consumer<Runnable> catchUp,
      Observer observer,
      Time time) {
    this.catchUp = catchUp;
    this.time = time;
    this.controllers = controllers;
    this.observer = observer;
    this.election = elections.areHeld() ? elections.candidacy(operator, this) : null;
    if (election != null) {
      controllers.forEach(controller -> controller.follow(Duration.ZERO));
      observer.mayLead(() -> leads);
    }
  }

  /** When caches are filled and workers wait. */
  void start() {
    if (election != null) {
      election.start();
    }
  }

  @Override
  public synchronized void leads(Fence term) {
    observer.leads();
    next = term;
    // or what our predecessor has done last would be done again
    catchUp.accept(() -> act(term));
  }

  private synchronized void act(Fence term) {
    if (next == term) {
      next = null;
      leads = true;
      controllers.forEach(controller -> controller.lead(term));
    }
  }

  @Override
  public synchronized void follows(Duration rest) {
    next = null;
    leads = false;
    controllers.forEach(controller -> controller.follow(rest));
    time.schedule(rest.compareTo(SHORTEST) < 0 ? SHORTEST : rest, this::complain);
  }

  @Override
  public boolean hasEnded() {
    return controllers.stream().noneMatch(KindController::anyAwaited);
  }

  private void complain() {
    List<String> running = running();
    if (!leads && !running.isEmpty()) {
      LOG.error("another process may act by now, and these have not ended here: {}", running);
    }
  }

  private List<String> running() {
    return controllers.stream().flatMap(KindController::running).sorted().toList();
  }

  /** Whether this process may act. */
  boolean acts() {
    return election == null || leads;
  }

  /** Whether no request about the lease is under way. */
  boolean isIdle() {
    return election == null || (election.isIdle() && next == null);
  }

  /**
   * For people: {@code alone}, {@code leader}, {@code standby} or, between, {@code catching up}.
   */
  String text() {
    if (election == null) {
      return "alone";
    }
    if (next != null) {
      return "catching up";
    }
    return leads ? "leader" : "standby";
  }

  /** Does not become leader any more; goes on if it is. */
  void withdraw() {
    if (election != null) {
      election.withdraw();
    }
  }

  /** Lets another one lead: at once if all is done, else when the lease has run out. */
  void end() {
    List<String> running = running();
    if (election != null && running.isEmpty()) {
      election.close();
    } else if (election != null) {
      LOG.warn("the lease is not given back, since these have not ended: {}", running);
      election.abandon();
    }
  }
}
