package io.jopf.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.StopReason;
import io.jopf.Stopped;
import io.jopf.intake.Extras;
import io.jopf.invoke.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever becomes of an object and of the operator, its daemon runs when it should, and once. */
class TasksPropertiesTest {

  enum Step {
    MATCHING,
    OTHER,
    DELETED,
    GONE,
    MADE_ANEW,
    LEADERSHIP_LOST,
    LEADERSHIP_GAINED,
    RETURNS
  }

  /** What is known of the object, and whether its daemon should run. */
  private static final class Model {
    int uid = 1;
    boolean there;
    boolean matches;
    boolean deleting;
    boolean leads = true;
    final Set<Integer> returned = new HashSet<>();

    boolean runs() {
      return there && matches && !deleting && leads && !returned.contains(uid);
    }

    Set<String> running() {
      return runs() ? Set.of("chosenGuard of " + uid) : Set.of();
    }

    void take(Step step) {
      switch (step) {
        case MATCHING, OTHER -> {
          if (!there) {
            uid++;
            deleting = false;
          }
          there = true;
          matches = step == Step.MATCHING;
        }
        case DELETED -> deleting = there;
        case GONE -> there = false;
        case MADE_ANEW -> {
          uid++;
          there = true;
          deleting = false;
          matches = true;
        }
        case LEADERSHIP_LOST -> leads = false;
        case LEADERSHIP_GAINED -> leads = true;
        case RETURNS -> {
          if (runs()) {
            returned.add(uid);
          }
        }
      }
    }
  }

  @Property(tries = 50)
  void a_daemon_runs_when_it_should_and_never_twice(
      @ForAll @Size(min = 1, max = 15) List<Step> steps) {
    AtomicBoolean returns = new AtomicBoolean();
    Model model = new Model();
    try (TaskStage stage = new TaskStage("chosenGuard")) {
      stage.work = (retry, extras) -> guard(extras, returns);
      for (Step step : steps) {
        boolean ran = model.runs();
        boolean led = model.leads;
        model.take(step);
        switch (step) {
          case LEADERSHIP_LOST ->
              stage.tasks.deactivate(StopReason.LEADERSHIP_LOST, TaskStage.LONG);
          case LEADERSHIP_GAINED -> {
            if (!led) {
              stage.tasks.activate();
            }
          }
          case RETURNS -> {
            if (ran) {
              returns.set(true);
            }
          }
          default -> {}
        }
        put(stage, model);
        stage.until(
            () -> {
              stage.lookIfWoken();
              if (returns.get()) {
                stage.time.advance(Duration.ofSeconds(1));
              }
              boolean awaited = stage.tasks.isAwaited(TaskStage.TOM, Integer.toString(model.uid));
              return stage.runningNames().equals(model.running()) && awaited == model.runs();
            });
      }
      assertThat(stage.overlaps()).isEmpty();
    }
  }

  private static void put(TaskStage stage, Model model) {
    if (model.there) {
      Map<String, String> labels = Map.of("watch", model.matches ? "yes" : "no");
      stage.put(Integer.toString(model.uid), labels, "a", model.deleting);
    } else {
      stage.gone();
    }
  }

  private static Outcome guard(Extras extras, AtomicBoolean returns) throws InterruptedException {
    Stopped stopped = Objects.requireNonNull(extras.stopped());
    boolean told = false;
    while (!told && !returns.getAndSet(false)) {
      told = stopped.await(Duration.ofSeconds(1));
    }
    return new Outcome.Succeeded(null);
  }
}
