package io.jopf.operator;

import io.jopf.client.Fence;
import io.jopf.leader.Election;
import io.jopf.leader.Elections;
import io.jopf.leader.LeaderListener;
import io.jopf.metrics.Observer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the controllers act: always for an operator without rivals, else while it leads. */
final class Leadership implements LeaderListener {

  private final List<KindController> controllers;
  private final Observer observer;
  private final @Nullable Election election;
  private volatile boolean leads;

  /**
   * Nobody acts yet if there is an election.
   *
   * @throws io.jopf.StartupException if there is one that cannot be held
   */
  Leadership(
      Elections elections, String operator, List<KindController> controllers, Observer observer) {
    this.controllers = controllers;
    this.observer = observer;
    this.election = elections.areHeld() ? elections.candidacy(operator, this) : null;
    if (election != null) {
      controllers.forEach(KindController::follow);
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
  public void leads(Fence term) {
    observer.leads();
    leads = true;
    controllers.forEach(controller -> controller.lead(term));
  }

  @Override
  public void follows() {
    leads = false;
    controllers.forEach(KindController::follow);
  }

  /** Whether this process may act. */
  boolean acts() {
    return election == null || leads;
  }

  /** Whether no request about the lease is under way. */
  boolean isIdle() {
    return election == null || election.isIdle();
  }

  /** For people: {@code alone}, {@code leader} or {@code standby}. */
  String text() {
    if (election == null) {
      return "alone";
    }
    return leads ? "leader" : "standby";
  }

  /** Does not become leader any more; goes on if it is. */
  void withdraw() {
    if (election != null) {
      election.withdraw();
    }
  }

  /** Lets another one lead, when all is done. */
  void end() {
    if (election != null) {
      election.close();
    }
  }
}
