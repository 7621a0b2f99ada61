package io.jopf.client;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.net.ssl.TrustManagerFactory;

/**
 * The contexts of TLS of another provider, with trust managers that understand them, for whoever is
 * within {@link #within}. Providers are known to the whole process: to every other thread this one
 * has nothing to offer, so that it is given the JDK's, as if this one were not there.
 */
final class NativeContexts extends Provider {

  private static final long serialVersionUID = 1L;

  private static final String CONTEXT = "SSLContext";

  /** Who asks for this one wants what the whole process uses. */
  private static final String DEFAULT = "Default";

  private static final ThreadLocal<Boolean> WITHIN = ThreadLocal.withInitial(() -> false);

  NativeContexts(String name, Provider contexts) {
    super(name, contexts.getVersionStr(), contexts.getInfo());
    for (Service context : contexts.getServices()) {
      String protocol = context.getAlgorithm();
      if (CONTEXT.equals(context.getType()) && !DEFAULT.equals(protocol)) {
        putService(new Offer(this, CONTEXT, protocol, () -> context.newInstance(null)));
      }
    }
    String algorithm = TrustManagerFactory.getDefaultAlgorithm();
    putService(new Offer(this, "TrustManagerFactory", algorithm, JdkTrust::new));
  }

  static <T> T within(Supplier<T> build) {
    WITHIN.set(true);
    try {
      return build.get();
    } finally {
      WITHIN.remove();
    }
  }

  private static final class Offer extends Service {

    private final Callable<Object> maker;

    Offer(Provider provider, String type, String algorithm, Callable<Object> maker) {
      super(provider, type, algorithm, NativeContexts.class.getName(), null, null);
      this.maker = maker;
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      if (!WITHIN.get()) {
        // the next provider is asked
        throw new NoSuchAlgorithmException(getAlgorithm() + " is not for this thread");
      }
      try {
        return maker.call();
      } catch (Exception e) {
        throw new NoSuchAlgorithmException(e);
      }
    }
  }
}
