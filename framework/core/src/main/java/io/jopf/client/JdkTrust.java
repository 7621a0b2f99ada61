package io.jopf.client;

import java.net.Socket;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The JDK's trust managers, told in its own words what native contexts say in theirs. */
final class JdkTrust extends TrustManagerFactorySpi {

  private final TrustManagerFactory factory;

  JdkTrust() throws NoSuchAlgorithmException {
    String algorithm = TrustManagerFactory.getDefaultAlgorithm();
    Provider jdk =
        Stream.of(Security.getProviders("TrustManagerFactory." + algorithm))
            .filter(provider -> !(provider instanceof NativeContexts))
            .findFirst()
            .orElseThrow(() -> new NoSuchAlgorithmException(algorithm));
    this.factory = TrustManagerFactory.getInstance(algorithm, jdk);
  }

  @Override
  protected void engineInit(@Nullable KeyStore trusted) throws KeyStoreException {
    factory.init(trusted);
  }

  @Override
  protected void engineInit(ManagerFactoryParameters parameters)
      throws InvalidAlgorithmParameterException {
    factory.init(parameters);
  }

  @Override
  protected TrustManager[] engineGetTrustManagers() {
    return Stream.of(factory.getTrustManagers())
        .map(
            manager ->
                manager instanceof X509ExtendedTrustManager jdk ? new Translated(jdk) : manager)
        .toArray(TrustManager[]::new);
  }

  /** Extended, so that it checks names of hosts too where a connection leaves that to TLS. */
  private static final class Translated extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager jdk;

    Translated(X509ExtendedTrustManager jdk) {
      this.jdk = jdk;
    }

    /** Since TLS 1.3 a certificate is not bound to a way of exchanging keys. */
    private static String translated(String exchange) {
      return "GENERIC".equals(exchange) ? "UNKNOWN" : exchange;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange)
        throws CertificateException {
      jdk.checkClientTrusted(chain, translated(exchange));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange)
        throws CertificateException {
      jdk.checkServerTrusted(chain, translated(exchange));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange, Socket socket)
        throws CertificateException {
      jdk.checkClientTrusted(chain, translated(exchange), socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange, Socket socket)
        throws CertificateException {
      jdk.checkServerTrusted(chain, translated(exchange), socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange, SSLEngine engine)
        throws CertificateException {
      jdk.checkClientTrusted(chain, translated(exchange), engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange, SSLEngine engine)
        throws CertificateException {
      jdk.checkServerTrusted(chain, translated(exchange), engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return jdk.getAcceptedIssuers();
    }
  }
}
