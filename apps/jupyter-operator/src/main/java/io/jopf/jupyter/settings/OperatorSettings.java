package io.jopf.jupyter.settings;

import io.micronaut.core.value.PropertyResolver;
import java.util.Map;
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
 * @param pod what else is said about the Pods
 * @param network what else is said about the way to them
 * @param life how long notebooks may do what
 */
public record OperatorSettings(
    String ingressDomain,
    @Nullable String ingressTlsSecret,
    @Nullable String ingressCertIssuer,
    Map<String, String> nodeSelector,
    @Nullable String priorityClass,
    @Nullable String pullSecret,
    PodSettings pod,
    NetworkSettings network,
    LifeSettings life) {

  /**
   * Reads the properties below {@code jupyter}.
   *
   * @throws MissingSettingException if there is no ingress domain
   * @throws InvalidSettingException if a value cannot be used
   */
  public static OperatorSettings from(PropertyResolver properties) {
    Texts texts = new Texts(properties, "jupyter.");
    return new OperatorSettings(
        texts
            .get("ingress.domain")
            .orElseThrow(() -> new MissingSettingException("INGRESS_DOMAIN")),
        texts.get("ingress.tls-secret").orElse(null),
        texts.get("ingress.cert-issuer").orElse(null),
        texts
            .get("pod.node-selector.key")
            .map(key -> Map.of(key, texts.get("pod.node-selector.value").orElse("")))
            .orElse(Map.of()),
        texts.isOn("pod.priority-class.apply", false)
            ? texts.get("pod.priority-class.name").orElse(null)
            : null,
        texts.get("pod.image-pull-secret").orElse(null),
        PodSettings.from(properties),
        NetworkSettings.from(properties),
        LifeSettings.from(properties));
  }
}
