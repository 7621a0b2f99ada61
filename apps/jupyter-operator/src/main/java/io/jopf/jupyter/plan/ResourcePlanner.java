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
import org.jspecify.annotations.Nullable;

/** Completes requests and limits so that the API server accepts them together. */
final class ResourcePlanner {

  private static final String FIELD = "spec.imDataManager.resources.";

  private final @Nullable Resources resources;
  private final Findings findings;
  private final Map<String, Quantity> requests = new TreeMap<>();
  private final Map<String, Quantity> limits = new TreeMap<>();

  private ResourcePlanner(@Nullable Resources resources, Findings findings) {
    this.resources = resources;
    this.findings = findings;
  }

  static ResourcePlan plan(@Nullable Resources resources, String gpuResource, Findings findings) {
    return new ResourcePlanner(resources, findings).plan(gpuResource);
  }

  private ResourcePlan plan(String gpuResource) {
    add("cpu", Amounts::cpu, new Quantity("10m"), new Quantity("1"));
    add("memory", Amounts::memory, new Quantity("256Mi"), new Quantity("1Gi"));
    if (given(Resources::requests, Amounts::storage).isPresent()
        || given(Resources::limits, Amounts::storage).isPresent()) {
      findings.warning(
          FIELD + "*.storage has no effect: the files of a notebook are in the project");
    }
    Map<String, Quantity> devices = Devices.of(resources, gpuResource, findings);
    // a device cannot be shared: what is set aside is what may be used
    requests.putAll(devices);
    limits.putAll(devices);
    return new ResourcePlan(
        Collections.unmodifiableMap(requests), Collections.unmodifiableMap(limits));
  }

  private void add(
      String name,
      Function<Amounts, @Nullable IntOrString> field,
      Quantity usualRequest,
      Quantity usualLimit) {
    Optional<Quantity> request =
        given(Resources::requests, field)
            .flatMap(v -> Quantities.parse(FIELD + "requests." + name, v, findings));
    Optional<Quantity> limit =
        given(Resources::limits, field)
            .flatMap(v -> Quantities.parse(FIELD + "limits." + name, v, findings));
    if (request.isPresent()
        && limit.isPresent()
        && Quantities.exceeds(request.get(), limit.get())) {
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

  private Optional<IntOrString> given(
      Function<Resources, @Nullable Amounts> side, Function<Amounts, @Nullable IntOrString> field) {
    return Values.read(resources, side).flatMap(amounts -> Values.read(amounts, field));
  }

  private static Quantity min(Quantity a, Quantity b) {
    return Quantities.exceeds(a, b) ? b : a;
  }

  private static Quantity max(Quantity a, Quantity b) {
    return Quantities.exceeds(a, b) ? a : b;
  }
}
