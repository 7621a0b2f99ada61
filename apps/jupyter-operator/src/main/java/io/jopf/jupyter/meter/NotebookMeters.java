package io.jopf.jupyter.meter;

import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.life.Activity.Use;
import io.jopf.jupyter.plan.Rest;
import io.jopf.jupyter.plan.RunPlan;
import io.jopf.jupyter.status.Phase;
import io.jopf.jupyter.status.StatusReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code jupyter.notebooks}, {@code jupyter.notebooks.culled} and {@code jupyter.idle.checks}. For
 * several threads.
 */
@Singleton
public final class NotebookMeters {

  private static final String UNANSWERED = "unanswered";

  private final @Nullable MeterRegistry registry;
  private final AtomicBoolean counting = new AtomicBoolean();

  /**
   * Has counted nothing yet.
   *
   * @param registry empty where nothing is to be measured
   */
  public NotebookMeters(Optional<MeterRegistry> registry) {
    this.registry = registry.orElse(null);
    culled(Reasons.CULLED, 0);
    culled(Reasons.MAX_AGE_REACHED, 0);
    for (Use use : Use.values()) {
      checked(word(use), 0);
    }
    checked(UNANSWERED, 0);
  }

  /**
   * Counts notebooks from now on; the first call counts.
   *
   * @param notebooks how many are in a phase
   */
  public void count(ToIntFunction<Phase> notebooks) {
    if (registry == null || counting.getAndSet(true)) {
      return;
    }
    for (Phase phase : Phase.values()) {
      Gauge.builder("jupyter.notebooks", notebooks, all -> all.applyAsInt(phase))
          .description("notebooks that there are")
          .tag("phase", phase.name())
          .strongReference(true)
          .register(registry);
    }
  }

  /** It was decided whether a server runs; counts those that are stopped without being asked. */
  public void changed(JupyterNotebook notebook, RunPlan run) {
    Rest rest = run.rest();
    boolean anew = !StatusReport.isTrue(notebook, StatusReport.STOPPED);
    if (rest != null && anew && !rest.isRequested()) {
      culled(rest.reason(), 1);
    }
  }

  /** A server has said what it does. */
  public void answered(Use use) {
    checked(word(use), 1);
  }

  /** A server could not be asked. */
  public void unanswered() {
    checked(UNANSWERED, 1);
  }

  private void culled(String reason, int times) {
    add(
        "jupyter.notebooks.culled",
        "servers stopped though nobody had asked for it",
        "reason",
        reason,
        times);
  }

  private void checked(String outcome, int times) {
    add("jupyter.idle.checks", "servers asked whether they are idle", "outcome", outcome, times);
  }

  private void add(String name, String description, String tag, String value, int times) {
    if (registry != null) {
      Counter.builder(name)
          .description(description)
          .tag(tag, value)
          .register(registry)
          .increment(times);
    }
  }

  private static String word(Use use) {
    return use.name().toLowerCase(Locale.ROOT);
  }
}
