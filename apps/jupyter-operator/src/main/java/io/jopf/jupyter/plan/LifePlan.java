package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.jopf.jupyter.api.CullOptions;
import io.jopf.jupyter.api.ImDataManager;
import io.jopf.jupyter.settings.LifeSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a notebook may do what.
 *
 * @param idle for how long its server may do nothing before it is stopped; null: as long as it
 *     likes
 * @param connected whether it is stopped although somebody has a kernel or a terminal open
 * @param running how long after its start the server is stopped, whatever it does; null: never
 * @param existing how long after its creation the notebook is deleted; null: never
 */
public record LifePlan(
    @Nullable Duration idle,
    boolean connected,
    @Nullable Duration running,
    @Nullable Duration existing) {

  private static final String FIELD = "spec.imDataManager.";

  /** Of a notebook that may have no spec; what is wrong counts as absent. */
  public static LifePlan of(@Nullable ImDataManager wanted, LifeSettings settings) {
    return wanted == null
        ? new LifePlan(
            settings.idle(), settings.connected(), settings.running(), settings.existing())
        : of(wanted, settings, new Findings());
  }

  static LifePlan of(ImDataManager wanted, LifeSettings settings, Findings findings) {
    CullOptions cull = wanted.cull() == null ? new CullOptions(null, null, null) : wanted.cull();
    Duration idle = duration("cull.timeout", cull.timeout(), findings).orElse(settings.idle());
    return new LifePlan(
        idle == null || idle.isZero() ? null : idle,
        cull.connected() == null ? settings.connected() : cull.connected(),
        limited("cull.maxAge", cull.maxAge(), settings.running(), findings),
        limited("timeToLive", wanted.timeToLive(), settings.existing(), findings));
  }

  /** The administrator's value is what holds where there is none, and the most one may ask for. */
  private static @Nullable Duration limited(
      String field, @Nullable IntOrString value, @Nullable Duration limit, Findings findings) {
    Optional<Duration> asked = duration(field, value, findings);
    Duration own = asked.filter(length -> !length.isZero()).orElse(null);
    if (limit == null || (own != null && own.compareTo(limit) <= 0)) {
      return own;
    }
    asked.ifPresent(
        length ->
            findings.warning(
                FIELD
                    + field
                    + " is '"
                    + Durations.text(length)
                    + "', more than this installation allows: "
                    + Durations.text(limit)
                    + " it is"));
    return limit;
  }

  private static Optional<Duration> duration(
      String field, @Nullable IntOrString value, Findings findings) {
    Optional<String> text = Values.text(value);
    Optional<Duration> duration = text.flatMap(Durations::parse);
    if (text.isPresent() && duration.isEmpty()) {
      findings.problem(
          Problem.invalid(FIELD + field, text.get(), "need a length of time like 90m, 2h or 7d"));
    }
    return duration;
  }
}
