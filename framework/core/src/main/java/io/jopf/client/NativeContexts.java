package io.jopf.client;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The contexts of TLS of another provider, with the trust managers that understand them, for
 * whoever is within {@link #within}. Providers are known to the whole process: to every other
 * thread this one has nothing to offer, so that it is given the JDK's, as if this one were not
 * there.
 */
final class NativeContexts extends Provider {

  private static final long serialVersionUID = 1L;

  private static final Set<String> TYPES = Set.of("SSLContext", "TrustManagerFactory");

  /** Who asks for this one wants what the whole process uses. */
  private static final String DEFAULT = "Default";

  private static final ThreadLocal<Boolean> WITHIN = ThreadLocal.withInitial(() -> false);

  NativeContexts(String name, Provider contexts) {
    super(name, contexts.getVersionStr(), contexts.getInfo());
    contexts.getServices().stream()
        .filter(service -> TYPES.contains(service.getType()))
        .filter(service -> !DEFAULT.equals(service.getAlgorithm()))
        .forEach(service -> putService(new Offer(this, service)));
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

    /** Looks for whom the machine trusts, and takes whatever factory knows them: never itself. */
    private static final String ITSELF = "org.conscrypt.Platform";

    private final Service service;

    Offer(Provider provider, Service service) {
      super(
          provider, service.getType(), service.getAlgorithm(), service.getClassName(), null, null);
      this.service = service;
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      if (!WITHIN.get() || isAskedByItself()) {
        // the next provider is asked
        throw new NoSuchAlgorithmException(getAlgorithm() + " is not for this thread");
      }
      return service.newInstance(parameter);
    }

    private static boolean isAskedByItself() {
      return StackWalker.getInstance()
          .walk(callers -> callers.anyMatch(caller -> caller.getClassName().equals(ITSELF)));
    }
  }
}
