package io.jopf.jupyter.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jopf.jupyter.api.Amounts;
import io.jopf.jupyter.api.Resources;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResourcePlannerTest {

  private static final String GPU = "nvidia.com/gpu";

  private final Findings findings = new Findings();

  @Test
  void nothing_asked_for_gives_the_defaults() {
    assertThat(ResourcePlanner.plan(null, GPU, findings))
        .isEqualTo(
            new ResourcePlan(
                Map.of("cpu", new Quantity("10m"), "memory", new Quantity("256Mi")),
                Map.of("cpu", new Quantity("1"), "memory", new Quantity("1Gi"))));
  }

  @Test
  void numbers_are_amounts_too() {
    Amounts amounts = new Amounts(new IntOrString(2), new IntOrString("4Gi"), null);

    ResourcePlan plan = plan(amounts, amounts);

    assertThat(plan.requests()).isEqualTo(plan.limits());
    assertThat(plan.limits())
        .containsEntry("cpu", new Quantity("2"))
        .containsEntry("memory", new Quantity("4Gi"));
  }

  @Test
  void amounts_are_read_as_kubernetes_reads_them() {
    Amounts amounts = new Amounts(new IntOrString(".5"), new IntOrString("+1Gi"), null);

    assertThat(plan(amounts, amounts).limits())
        .isEqualTo(Map.of("cpu", new Quantity("0.5"), "memory", new Quantity("1", "Gi")));
    assertThat(findings.problems()).isEmpty();
  }

  @Property
  void one_side_alone_never_contradicts_the_default_of_the_other(
      @ForAll @WithNull @LongRange(max = 1L << 40) @Nullable Long request,
      @ForAll @LongRange(max = 1L << 40) Long limit) {
    Amounts requests = new Amounts(null, bytes(request), null);
    Amounts limits = new Amounts(null, request == null ? bytes(limit) : null, null);

    ResourcePlan plan = plan(limits, requests);

    assertThat(findings.problems()).isEmpty();
    assertThat(amount(plan.requests())).isLessThanOrEqualTo(amount(plan.limits()));
  }

  private ResourcePlan plan(Amounts limits, Amounts requests) {
    return ResourcePlanner.plan(new Resources(limits, requests, null, null), GPU, findings);
  }

  private static @Nullable IntOrString bytes(@Nullable Long amount) {
    return amount == null ? null : new IntOrString(String.valueOf(amount));
  }

  private static BigDecimal amount(Map<String, Quantity> side) {
    return Objects.requireNonNull(side.get("memory")).getNumericalAmount();
  }
}
