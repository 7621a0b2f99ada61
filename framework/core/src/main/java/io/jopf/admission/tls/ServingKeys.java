package io.jopf.admission.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Gives every new connection the certificate of the moment. Thread-safe. */
public final class ServingKeys extends X509ExtendedKeyManager {

  /** By alias: the one that is served, and the one before for handshakes that began with it. */
  private volatile Map<String, ServedCertificate> known;

  private volatile String alias;

  /** Begins with a certificate. */
  public ServingKeys(ServedCertificate first) {
    alias = alias(first);
    known = Map.of(alias, first);
  }

  /**
   * Serves another one from now on.
   *
   * @return whether it is another one
   */
  public boolean serve(ServedCertificate next) {
    String before = alias;
    String name = alias(next);
    if (name.equals(before)) {
      return false;
    }
    ServedCertificate last = known.get(before);
    known = last == null ? Map.of(name, next) : Map.of(name, next, before, last);
    alias = name;
    return true;
  }

  /** A context for servers; follows what is served. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {this}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new CertificateException("TLS is not available", e);
    }
  }

  private static String alias(ServedCertificate certificate) {
    return certificate.leaf().getIssuerX500Principal().getName()
        + " "
        + certificate.leaf().getSerialNumber().toString(16);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    String chosen = alias;
    PrivateKey key = getPrivateKey(chosen);
    return key != null && key.getAlgorithm().equals(keyType) ? chosen : null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String name) {
    ServedCertificate found = known.get(name);
    return found == null ? null : found.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String name) {
    ServedCertificate found = known.get(name);
    return found == null ? null : found.key();
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineServerAlias(keyType, issuers, null);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    String chosen = chooseEngineServerAlias(keyType, issuers, null);
    return chosen == null ? null : new String[] {chosen};
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
