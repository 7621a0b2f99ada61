package io.jopf.jupyter.plan;

import io.jopf.jupyter.api.ImDataManager;
import io.jopf.jupyter.settings.NetworkSettings;
import io.jopf.jupyter.settings.OperatorSettings;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the notebook is reached.
 *
 * @param domain host of the URL
 * @param className class of the Ingress
 * @param proxyBodySize largest request body, as nginx writes it
 * @param tlsSecret where the certificate is; null for plain HTTP
 * @param certIssuer who makes the certificate; null if it is there already or not wanted
 * @param network what else the administrator says about the way to it
 */
public record IngressPlan(
    String domain,
    String className,
    String proxyBodySize,
    @Nullable String tlsSecret,
    @Nullable String certIssuer,
    NetworkSettings network) {

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private static final Pattern SIZE = Pattern.compile("\\d+[kKmMgG]?");

  /** Whether the URL starts with https. */
  public boolean secure() {
    return tlsSecret != null;
  }

  static IngressPlan of(ImDataManager wanted, OperatorSettings settings, Findings findings) {
    NetworkSettings network = settings.network();
    String domain = Values.text(wanted.ingressDomain()).orElse(settings.ingressDomain());
    String size = Values.text(wanted.ingressProxyBodySize()).orElse("500m");
    if (!HOST.matcher(domain).matches()) {
      findings.problem(
          Problem.invalid("spec.imDataManager.ingressDomain", domain, "need a host name"));
    }
    if (!SIZE.matcher(size).matches()) {
      findings.problem(
          Problem.invalid(
              "spec.imDataManager.ingressProxyBodySize", size, "need a size like 500m"));
    }
    Optional<String> secret =
        Values.text(wanted.ingressTlsSecret())
            .or(() -> Optional.ofNullable(settings.ingressTlsSecret()));
    @Nullable String issuer = secret.isPresent() ? null : settings.ingressCertIssuer();
    return new IngressPlan(
        domain,
        Values.text(wanted.ingressClass()).orElse(network.ingressClass()),
        size,
        // one certificate for all notebooks of a domain: issuers limit how many they make
        secret.orElse(issuer == null ? null : domain + "-tls"),
        issuer,
        network);
  }
}
