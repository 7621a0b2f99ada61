package io.jopf.invoke;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.HandlerContext;
import io.jopf.PermanentException;
import io.jopf.TemporaryException;
import io.jopf.annotation.ErrorMode;
import io.jopf.client.ServerAnswer;
import io.jopf.handler.HandlerSpec;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds, calls, classifies. */
@Singleton
public final class Invoker {

  private static final Logger LOG = LoggerFactory.getLogger(Invoker.class);
  private static final int TOO_MANY_REQUESTS = 429;

  private final HandlerBinders binders;

  Invoker(HandlerBinders binders) {
    this.binders = binders;
  }

  /** Calls a handler. */
  public Outcome invoke(HandlerSpec handler, ErrorMode errors, HandlerContext context) {
    return classify(
        handler.id(),
        errors,
        () -> {
          @Nullable Object[] arguments = arguments(handler.method().getArguments(), context);
          return handler.method().invoke(handler.bean(), arguments);
        });
  }

  /**
   * Calls anything as a handler is called.
   *
   * @param id its name in the log
   */
  public static Outcome classify(String id, ErrorMode errors, Callable<@Nullable Object> work) {
    try {
      return new Outcome.Succeeded(work.call());
    } catch (TemporaryException e) {
      return new Outcome.TryAgain(e.delay(), ServerAnswer.text(e), true, e);
    } catch (PermanentException e) {
      return new Outcome.GaveUp(ServerAnswer.text(e), e);
    } catch (KubernetesClientException e) {
      return isApiTrouble(e)
          ? new Outcome.TryAgain(null, ServerAnswer.text(e), false, e)
          : unexpected(id, errors, e);
    } catch (Throwable e) { // whatever it is, it must not take the worker with it
      return unexpected(id, errors, e);
    }
  }

  /** What no longer exists, or never did, is null. */
  private @Nullable Object[] arguments(Argument<?>[] wanted, HandlerContext context) {
    @Nullable Object[] values = new Object[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      values[i] = value(wanted[i], context);
    }
    return values;
  }

  private <T> @Nullable T value(Argument<T> argument, HandlerContext context) {
    var result =
        binders
            .findArgumentBinder(argument)
            .orElseThrow(() -> new PermanentException("nobody can bind the argument " + argument))
            .bind(ConversionContext.of(argument), context);
    return result.isPresentAndSatisfied() ? result.get() : null;
  }

  /** Whether the API server, the network or another writer was in the way, not the request. */
  static boolean isApiTrouble(KubernetesClientException e) {
    int code = e.getCode();
    return code == 0
        || code == HttpURLConnection.HTTP_CONFLICT
        || code == TOO_MANY_REQUESTS
        || code >= HttpURLConnection.HTTP_INTERNAL_ERROR;
  }

  private static Outcome unexpected(String id, ErrorMode errors, Throwable e) {
    return switch (errors) {
      case TEMPORARY -> new Outcome.TryAgain(null, ServerAnswer.text(e), true, e);
      case PERMANENT -> new Outcome.GaveUp(ServerAnswer.text(e), e);
      case IGNORED -> {
        LOG.warn("{} failed, ignored: {}", id, ServerAnswer.text(e), e);
        yield new Outcome.Succeeded(null);
      }
    };
  }
}
