package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jopf.jupyter.api.Resources;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which GPUs and other devices of a node a notebook asks for. */
final class Devices {

  private static final String FIELD = "spec.imDataManager.resources.";

  /** What device plugins call theirs; names without a domain are Kubernetes' own. */
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");

  private Devices() {}

  /** How many of which, none of them zero. */
  static Map<String, Quantity> of(
      @Nullable Resources resources, String gpuResource, Findings findings) {
    Map<String, Quantity> devices = new TreeMap<>();
    Map<String, IntOrString> extended =
        Values.read(resources, Resources::extended).orElse(Map.of());
    extended.forEach(
        (name, count) -> {
          if (NAME.matcher(name).matches()) {
            Quantities.count(FIELD + "extended[" + name + "]", count, findings)
                .ifPresent(amount -> devices.put(name, amount));
          } else {
            findings.problem(
                Problem.invalid(
                    FIELD + "extended",
                    name,
                    "need the name of a device, such as example.com/fpga"));
          }
        });
    Values.read(resources, Resources::gpu)
        .flatMap(count -> Quantities.count(FIELD + "gpu", count, findings))
        .ifPresent(amount -> devices.put(gpuResource, amount));
    devices.values().removeIf(amount -> amount.getNumericalAmount().signum() == 0);
    return Collections.unmodifiableMap(devices);
  }
}
