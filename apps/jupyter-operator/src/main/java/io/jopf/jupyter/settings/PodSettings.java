package io.jopf.jupyter.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator says about the Pods of notebooks.
 *
 * @param tolerations beside those that a notebook asks for
 * @param affinity where a notebook asks for none; null for none
 * @param shmSize size of /dev/shm where a notebook says nothing; null for the runtime's
 * @param gpuResource the device that {@code resources.gpu} counts
 * @param rootAllowed whether a notebook may run as user 0
 */
public record PodSettings(
    List<Toleration> tolerations,
    @Nullable Affinity affinity,
    @Nullable String shmSize,
    String gpuResource,
    boolean rootAllowed) {

  private static final Pattern QUANTITY = Pattern.compile("\\d+(\\.\\d+)?([KMGT]i|[kMGT])?");

  static PodSettings from(PropertyResolver properties) {
    Texts texts = new Texts(properties, "jupyter.pod.");
    return new PodSettings(
        texts
            .parsed(
                "tolerations",
                "JO_POD_TOLERATIONS",
                "a list of tolerations",
                new TypeReference<List<Toleration>>() {})
            .orElse(List.of()),
        texts
            .parsed(
                "affinity",
                "JO_POD_AFFINITY",
                "an affinity as pods have it",
                new TypeReference<Affinity>() {})
            .orElse(null),
        texts.matching("shm-size", "JO_SHM_SIZE", "a quantity such as 1Gi", QUANTITY).orElse(null),
        texts.get("gpu-resource").orElse("nvidia.com/gpu"),
        texts.isOn("allow-root", false));
  }
}
