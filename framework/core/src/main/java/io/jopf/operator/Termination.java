package io.jopf.operator;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that is asked to end, and has ended as it should, has succeeded: its exit code is 0. A
 * JVM's own would be that of a process that was killed, 143.
 */
final class Termination {

  private static final Logger LOG = LoggerFactory.getLogger(Termination.class);

  private Termination() {}

  /** From here on SIGTERM ends the process as {@code System.exit(0)} does. */
  static void isSuccess() {
    try {
      // every JDK has these, but a compiler that knows them warns of them
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object exit =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getDeclaringClass() == handler) {
                  System.exit(0);
                }
                return method.invoke(Termination.class, arguments);
              });
      Object term = signal.getConstructor(String.class).newInstance("TERM");
      signal.getMethod("handle", signal, handler).invoke(null, term, exit);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.debug("the exit code after SIGTERM stays the JVM's own", e);
    }
  }
}
