package io.jopf.client;

import java.security.Provider;
import java.security.Security;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;
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

  static {
    try {
      Provider conscrypt = Conscrypt.newProviderBuilder().provideTrustManager(false).build();
      Security.insertProviderAt(new NativeContexts(NAME, conscrypt), FIRST);
    } catch (LinkageError | RuntimeException e) {
      LOG.debug("no native encryption for this platform", e);
    }
  }

  private Tls() {}

  /** Builds something whose contexts of TLS are native ones, if they can be. */
  static <T> T natively(Supplier<T> build) {
    return NativeContexts.within(build);
  }
}
