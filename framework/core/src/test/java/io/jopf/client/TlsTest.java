package io.jopf.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.admission.tls.ServedCertificate;
import io.jopf.admission.tls.ServingKeys;
import io.jopf.admission.tls.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsTest {

  private final TestCertificates certificates = new TestCertificates();
  private HttpsServer server;

  @BeforeEach
  void serve() throws IOException {
    server =
        HttpsServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(new ServingKeys(certificates.first()).context()));
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = "hello".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whom_the_configuration_trusts_is_talked_to() {
    try (KubernetesClient client = client("localhost", certificates.first())) {
      assertThat(client.raw("/hello")).isEqualTo("hello");
    }
  }

  @Test
  void nobody_else_is_talked_to() {
    try (KubernetesClient client = client("localhost", certificates.second())) {
      assertThatThrownBy(() -> client.raw("/hello"))
          .isInstanceOf(KubernetesClientException.class)
          .hasStackTraceContaining("javax.net.ssl.SSLHandshakeException");
    }
  }

  @Test
  void nor_who_is_trusted_by_nobody_where_the_configuration_names_nobody() {
    Config config =
        new ConfigBuilder()
            .withAutoConfigure(false)
            .withMasterUrl(url("localhost"))
            .withRequestRetryBackoffLimit(0)
            .build();
    try (KubernetesClient client = ClientFactory.client(config)) {
      assertThatThrownBy(() -> client.raw("/hello"))
          .isInstanceOf(KubernetesClientException.class)
          .hasStackTraceContaining("unable to find valid certification path");
    }
  }

  @Test
  void nor_who_has_another_name_than_the_certificate() {
    try (KubernetesClient client = client("127.0.0.1", certificates.first())) {
      assertThatThrownBy(() -> client.raw("/hello"))
          .isInstanceOf(KubernetesClientException.class)
          .hasStackTraceContaining("Hostname 127.0.0.1 not verified");
    }
  }

  @Test
  void a_connection_that_leaves_the_name_to_TLS_is_refused_as_well() throws Exception {
    SSLContext context = Tls.natively(() -> trusting(certificates.first()));

    assertThat(handshake(context, "localhost")).isEqualTo("TLSv1.3");
    assertThatThrownBy(() -> handshake(context, "127.0.0.1"))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("127.0.0.1");
  }

  private String handshake(SSLContext context, String host) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(host, server.getAddress().getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private static SSLContext trusting(ServedCertificate trusted) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("ca", trusted.chain().get(1));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_is_built_so_encrypts_natively_and_nothing_else_does() {
    String before = provider();

    String within = Tls.natively(TlsTest::provider);

    // there is none for some platforms
    assertThat(within).isEqualTo(Conscrypt.isAvailable() ? "JopfConscrypt" : before);
    assertThat(provider()).isEqualTo(before);
  }

  @Test
  void who_builds_something_at_the_same_time_has_what_the_JDK_has() {
    String before = everything();

    String meanwhile =
        Tls.natively(() -> CompletableFuture.supplyAsync(TlsTest::everything).join());

    assertThat(meanwhile).isEqualTo(before).doesNotContain("JopfConscrypt");
  }

  private KubernetesClient client(String host, ServedCertificate trusted) {
    return ClientFactory.client(
        new ConfigBuilder()
            .withMasterUrl(url(host))
            .withCaCertData(pem(trusted))
            .withRequestRetryBackoffLimit(0)
            .build());
  }

  private String url(String host) {
    return "https://" + host + ":" + server.getAddress().getPort();
  }

  private static String pem(ServedCertificate certificate) {
    try {
      String body = Base64.getMimeEncoder().encodeToString(certificate.chain().get(1).getEncoded());
      String pem = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
      return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String everything() {
    try {
      return provider()
          + " "
          + CertificateFactory.getInstance("X509").getProvider()
          + " "
          + TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()).getProvider()
          + " "
          + KeyStore.getInstance(KeyStore.getDefaultType()).getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String provider() {
    try {
      return SSLContext.getInstance("TLSv1.2").getProvider().getName();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
