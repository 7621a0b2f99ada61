package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jopf.jupyter.api.Amounts;
import io.jopf.jupyter.api.Resources;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Completes requests and limits so that the API server accepts them together. */
final class ResourcePlanner {

  private static final String FIELD = "spec.imDataManager.resources.";

  private static final Pattern QUANTITY =
      Pattern.compile("\\d+(\\.\\d*)?([eE][+-]?\\d{1,2}|[numkMGTPE]|[KMGTPE]i)?");

  private final @Nullable Resources resources;
  private final Findings findings;
  private final Map<String, Quantity> requests = new TreeMap<>();
  private final Map<String, Quantity> limits = new TreeMap<>();

  private ResourcePlanner(@Nullable Resources resources, Findings findings) {
    this.resources = resources;
    this.findings = findings;
  }

  static ResourcePlan plan(@Nullable Resources resources, Findings findings) {
    return new ResourcePlanner(resources, findings).plan();
  }

  private ResourcePlan plan() {
    add("cpu", Amounts::cpu, new Quantity("10m"), new Quantity("1"));
    add("memory", Amounts::memory, new Quantity("256Mi"), new Quantity("1Gi"));
    if (given(Resources::requests, Amounts::storage).isPresent()
        || given(Resources::limits, Amounts::storage).isPresent()) {
      findings.warning(
          FIELD + "*.storage has no effect: the files of a notebook are in the project");
    }
    return new ResourcePlan(
        Collections.unmodifiableMap(requests), Collections.unmodifiableMap(limits));
  }

  private void add(
      String name,
      Function<Amounts, @Nullable IntOrString> field,
      Quantity usualRequest,
      Quantity usualLimit) {
    Optional<Quantity> request =
        given(Resources::requests, field).flatMap(v -> parse("requests." + name, v));
    Optional<Quantity> limit =
        given(Resources::limits, field).flatMap(v -> parse("limits." + name, v));
    if (request.isPresent() && limit.isPresent() && exceeds(request.get(), limit.get())) {
      findings.problem(
          Problem.invalid(
              FIELD + "requests." + name, request.get(), "more than its limit " + limit.get()));
    }
    // a default gives way to what was asked for
    requests.put(
        name, request.orElseGet(() -> limit.map(l -> min(usualRequest, l)).orElse(usualRequest)));
    limits.put(
        name, limit.orElseGet(() -> request.map(r -> max(usualLimit, r)).orElse(usualLimit)));
  }

  private Optional<String> given(
      Function<Resources, @Nullable Amounts> side, Function<Amounts, @Nullable IntOrString> field) {
    return Values.read(resources, side)
        .flatMap(amounts -> Values.read(amounts, field))
        .map(value -> String.valueOf(value.getValue()))
        .flatMap(Values::text);
  }

  private Optional<Quantity> parse(String field, String value) {
    if (QUANTITY.matcher(value).matches()) {
      return Optional.of(Quantity.parse(value));
    }
    findings.problem(Problem.invalid(FIELD + field, value, "need a quantity such as 500m or 2Gi"));
    return Optional.empty();
  }

  private static Quantity min(Quantity a, Quantity b) {
    return exceeds(a, b) ? b : a;
  }

  private static Quantity max(Quantity a, Quantity b) {
    return exceeds(a, b) ? a : b;
  }

  private static boolean exceeds(Quantity a, Quantity b) {
    return a.getNumericalAmount().compareTo(b.getNumericalAmount()) > 0;
  }
}
