package io.jopf.jupyter.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator says about the way to the notebooks.
 *
 * @param ingress whether there are Ingresses
 * @param ingressClass class of the Ingresses where a notebook names none
 * @param classAsAnnotation whether the class is said by the annotation of old, for controllers that
 *     know no other
 * @param timeoutSeconds how long a connection may be silent
 * @param annotations more annotations of the Ingresses; they win over the operator's
 * @param gateway the Gateway that routes are attached to; null for no routes
 * @param policy whether NetworkPolicies say who may call notebooks
 * @param controllerNamespaces where Ingress controllers and Gateways run, which may call notebooks
 * @param operatorNamespace where the operator runs; null outside of a cluster
 */
public record NetworkSettings(
    boolean ingress,
    String ingressClass,
    boolean classAsAnnotation,
    int timeoutSeconds,
    Map<String, String> annotations,
    @Nullable Gateway gateway,
    boolean policy,
    List<String> controllerNamespaces,
    @Nullable String operatorNamespace) {

  /**
   * A Gateway.
   *
   * @param namespace null for that of the notebook
   * @param name never empty
   */
  public record Gateway(@Nullable String namespace, String name) {

    static Gateway parse(String text) {
      int slash = text.indexOf('/');
      return slash < 0
          ? new Gateway(null, text)
          : new Gateway(text.substring(0, slash), text.substring(slash + 1));
    }
  }

  private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
  private static final Pattern GATEWAY =
      Pattern.compile("(" + LABEL + "/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
  private static final Pattern NAMESPACES =
      Pattern.compile("[,\\s]*" + LABEL + "(\\s*,[,\\s]*" + LABEL + ")*[,\\s]*");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  /**
   * Whether the same kinds of objects are made: watches begin at the start, and rights come with
   * the deployment.
   */
  boolean makesTheKindsOf(NetworkSettings other) {
    return ingress == other.ingress
        && (gateway == null) == (other.gateway == null)
        && policy == other.policy;
  }

  static NetworkSettings from(PropertyResolver properties) {
    Texts texts = new Texts(properties, "jupyter.ingress.");
    Texts network = new Texts(properties, "jupyter.network.");
    Gateway gateway =
        network
            .matching("gateway", "JO_GATEWAY", "a name, or namespace/name", GATEWAY)
            .map(Gateway::parse)
            .orElse(null);
    boolean ingress = texts.isOn("wanted", true);
    if (!ingress && gateway == null) {
      throw new InvalidSettingException("JO_INGRESS", "no", "JO_GATEWAY as well", null);
    }
    return new NetworkSettings(
        ingress,
        texts.get("class").orElse("nginx"),
        texts.isOn("class-annotation", false),
        texts
            .matching("proxy-timeout", "JO_INGRESS_PROXY_TIMEOUT", "a number of seconds", SECONDS)
            .map(Integer::valueOf)
            .orElse(3600),
        Map.copyOf(
            texts
                .parsed(
                    "annotations",
                    "JO_INGRESS_ANNOTATIONS",
                    "annotations as a map",
                    new TypeReference<Map<String, String>>() {})
                .orElse(Map.of())),
        gateway,
        network.isOn("policy", false),
        callers(network),
        network.get("operator-namespace").orElse(null));
  }

  /** Never empty: nobody could call the notebooks. */
  private static List<String> callers(Texts network) {
    String text =
        network
            .matching(
                "controller-namespaces",
                "JO_CONTROLLER_NAMESPACES",
                "names of namespaces, separated by commas",
                NAMESPACES)
            .orElse("ingress-nginx");
    return Stream.of(text.split(",", -1))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
