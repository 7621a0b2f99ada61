package io.jopf.admission;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.ObjectKey;
import io.jopf.StartupException;
import io.jopf.admission.config.Scope;
import io.jopf.admission.config.Target;
import io.jopf.admission.tls.CertificateSource;
import io.jopf.admission.tls.DirectoryCertificate;
import io.jopf.admission.tls.GeneratedCertificate;
import io.jopf.admission.tls.SecretCertificate;
import io.jopf.time.Time;
import io.micronaut.core.reflect.ClassUtils;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the settings come to. */
record Deployment(AdmissionSettings settings, String operator, String ownNamespace) {

  private static final String SECRET = "secret:";
  private static final String DIRECTORY = "directory:";
  private static final String GENERATED = "generated";

  /**
   * Checks them.
   *
   * @throws StartupException naming the setting that cannot be used and its value
   */
  Deployment {
    String certificate = settings.certificate();
    boolean foreign = certificate.startsWith(SECRET) || certificate.startsWith(DIRECTORY);
    if (!foreign && !certificate.equals(GENERATED)) {
      throw new StartupException(
          "jopf.admission.certificate is '"
              + certificate
              + "': write generated, secret:NAME or directory:PATH");
    }
    if (!foreign && !settings.caFrom().isEmpty()) {
      throw new StartupException(
          "jopf.admission.ca-from is '"
              + settings.caFrom()
              + "', so jopf.admission.certificate has to be the secret:NAME that cert-manager"
              + " fills");
    }
    if (settings.validity().isZero() || settings.validity().isNegative()) {
      throw new StartupException(
          "jopf.admission.validity is " + settings.validity() + ": no certificate lives that long");
    }
    if (!ClassUtils.isPresent("org.bouncycastle.openssl.PEMParser", null)) {
      throw new StartupException(
          "admission handlers need the library org.bouncycastle:bcpkix-jdk18on on the class path");
    }
    checkUrl(settings.url());
  }

  private static void checkUrl(@Nullable String url) {
    if (url == null) {
      return;
    }
    try {
      URI uri = new URI(url);
      if ("https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawPath().isEmpty()
          && uri.getRawQuery() == null) {
        return;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new StartupException(
        "jopf.admission.url is '" + url + "': write https://host or https://host:port");
  }

  InetSocketAddress address() {
    String host = settings.host();
    try {
      return host == null
          ? new InetSocketAddress(settings.port())
          : new InetSocketAddress(InetAddress.getByName(host), settings.port());
    } catch (UnknownHostException e) {
      throw new StartupException(
          "jopf.admission.host is '" + host + "', which is no address of this machine", e);
    }
  }

  /**
   * Where API servers call.
   *
   * @param port the one that is listened at
   */
  Target target(int port) {
    String url = settings.url();
    boolean complete = url == null || URI.create(url).getPort() >= 0;
    return new Target(
        complete ? url : url + ":" + port,
        settings.service() == null ? operator : settings.service(),
        namespace(),
        settings.servicePort());
  }

  Scope scope(List<String> namespaces) {
    return new Scope(operator, namespaces, secret());
  }

  CertificateSource source(KubernetesClient client, Time time) {
    String certificate = settings.certificate();
    if (certificate.startsWith(DIRECTORY)) {
      return new DirectoryCertificate(Path.of(certificate.substring(DIRECTORY.length())));
    }
    return certificate.startsWith(SECRET)
        ? new SecretCertificate(client, secret())
        : new GeneratedCertificate(
            client, time, secret(), operator, target(0).names(), settings.validity());
  }

  private ObjectKey secret() {
    String certificate = settings.certificate();
    return new ObjectKey(
        namespace(),
        certificate.startsWith(SECRET)
            ? certificate.substring(SECRET.length())
            : operator + "-webhook-cert");
  }

  private String namespace() {
    String chosen = settings.namespace();
    return chosen == null ? ownNamespace : chosen;
  }
}
