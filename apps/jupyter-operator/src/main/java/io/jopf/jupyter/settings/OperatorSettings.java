package io.jopf.jupyter.settings;

import io.micronaut.core.value.PropertyResolver;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The administrator's choices.
 *
 * @param ingressDomain host of the URLs where a notebook names none
 * @param ingressTlsSecret TLS Secret of the Ingresses where a notebook names none
 * @param ingressCertIssuer cluster issuer of cert-manager, used where there is no TLS Secret
 * @param nodeSelector labels a node needs to run notebooks; empty for any node
 * @param priorityClass priority class of the Pods
 * @param pullSecret Secret in the notebooks' namespaces that lets images be pulled where a notebook
 *     names none
 */
public record OperatorSettings(
    String ingressDomain,
    @Nullable String ingressTlsSecret,
    @Nullable String ingressCertIssuer,
    Map<String, String> nodeSelector,
    @Nullable String priorityClass,
    @Nullable String pullSecret) {

  private static final Set<String> OFF = Set.of("false", "no", "off", "0");

  /**
   * Reads the properties below {@code jupyter}.
   *
   * @throws MissingSettingException if there is no ingress domain
   */
  public static OperatorSettings from(PropertyResolver properties) {
    return new OperatorSettings(
        text(properties, "jupyter.ingress.domain")
            .orElseThrow(() -> new MissingSettingException("INGRESS_DOMAIN")),
        text(properties, "jupyter.ingress.tls-secret").orElse(null),
        text(properties, "jupyter.ingress.cert-issuer").orElse(null),
        text(properties, "jupyter.pod.node-selector.key")
            .map(key -> Map.of(key, text(properties, "jupyter.pod.node-selector.value").orElse("")))
            .orElse(Map.of()),
        text(properties, "jupyter.pod.priority-class.apply")
                .filter(OperatorSettings::on)
                .isPresent()
            ? text(properties, "jupyter.pod.priority-class.name").orElse(null)
            : null,
        text(properties, "jupyter.pod.image-pull-secret").orElse(null));
  }

  private static Optional<String> text(PropertyResolver properties, String name) {
    return properties.getProperty(name, String.class).map(String::trim).filter(s -> !s.isEmpty());
  }

  private static boolean on(String value) {
    return !OFF.contains(value.toLowerCase(Locale.ROOT));
  }
}
