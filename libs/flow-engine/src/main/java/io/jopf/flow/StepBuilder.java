package io.jopf.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a step together; what is not said is as {@link Step#of} has it. */
public final class StepBuilder {
  private final String name;
  private final List<Dependency> dependencies = new ArrayList<>();
  private Stage stage = Stage.MAIN;
  private Trigger trigger = Trigger.ALL;
  private Work work = Work.JOB;
  private Retry retry = Retry.none();
  private boolean approval;
  private boolean ignoreFailure;
  private @Nullable Duration pendingTimeout;
  private @Nullable Group group;

  StepBuilder(String name) {
    this.name = name;
  }

  /** Waits for these steps to pass. */
  public StepBuilder after(Collection<String> steps) {
    steps.forEach(step -> needs(step, Need.PASSED));
    return this;
  }

  /** Waits for this of a step. */
  public StepBuilder needs(String step, Need need) {
    dependencies.add(new Dependency(step, need));
    return this;
  }

  /** Belongs to this stage. */
  public StepBuilder stage(Stage stage) {
    this.stage = stage;
    return this;
  }

  /** Waits for all dependencies or for any one. */
  public StepBuilder trigger(Trigger trigger) {
    this.trigger = trigger;
    return this;
  }

  /** Does this. */
  public StepBuilder work(Work work) {
    this.work = work;
    return this;
  }

  /** Whether somebody has to approve it. */
  public StepBuilder approval(boolean approval) {
    this.approval = approval;
    return this;
  }

  /** Whether its failure does no harm. */
  public StepBuilder ignoreFailure(boolean ignoreFailure) {
    this.ignoreFailure = ignoreFailure;
    return this;
  }

  /** When it is tried again. */
  public StepBuilder retry(Retry retry) {
    this.retry = retry;
    return this;
  }

  /** How long it may be due without running. */
  public StepBuilder pendingTimeout(@Nullable Duration pendingTimeout) {
    this.pendingTimeout = pendingTimeout;
    return this;
  }

  /** Is an item of this group. */
  public StepBuilder group(@Nullable Group group) {
    this.group = group;
    return this;
  }

  /** The step. */
  public Step build() {
    return new Step(
        name,
        stage,
        dependencies,
        trigger,
        work,
        approval,
        ignoreFailure,
        retry,
        pendingTimeout,
        group);
  }
}
