package io.jopf.client;

import java.security.Provider;
import java.security.Security;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the connections to the API server be encrypted by native code, where Conscrypt has some for
 * the platform (see docs/adr/0021-native-encryption.md). Everything else keeps what the JDK has.
 */
final class Tls {

  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

  /** Not the name by which OkHttp would take it for what all connections are to use. */
  private static final String NAME = "JopfConscrypt";

  /** The first of all, since a client asks for a context of whoever has one. */
  private static final int FIRST = 1;

  private Tls() {}

  /** Builds something whose contexts of TLS are native ones, if they can be. */
  static synchronized <T> T natively(Supplier<T> build) {
    Provider conscrypt = conscrypt();
    if (conscrypt == null || Security.insertProviderAt(conscrypt, FIRST) < 0) {
      return build.get();
    }
    try {
      return build.get();
    } finally {
      Security.removeProvider(NAME);
    }
  }

  private static @Nullable Provider conscrypt() {
    try {
      return Conscrypt.newProviderBuilder().setName(NAME).provideTrustManager(true).build();
    } catch (LinkageError | RuntimeException e) {
      LOG.debug("no native encryption for this platform", e);
      return null;
    }
  }
}
