package io.jopf.handler;

import io.jopf.Reason;
import io.jopf.annotation.ErrorMode;
import io.jopf.filter.Filter;
import io.jopf.filter.FilterAttributes;
import io.micronaut.inject.ExecutableMethod;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Handlers that can be picked and never called. */
public final class Specs {

  private Specs() {}

  /** A handler of the whole object, with the default options. */
  public static HandlerSpec handler(String id, Reason... reasons) {
    Map<Reason, Options> options = new EnumMap<>(Reason.class);
    for (Reason reason : reasons) {
      options.put(reason, Options.DEFAULT);
    }
    return spec(id, options);
  }

  /** A handler of updates of one field. */
  public static HandlerSpec field(String id, String... path) {
    return spec(id, Map.of(Reason.UPDATE, options(filter(String.join(".", path)), -1)));
  }

  /** A handler with few attempts. */
  public static HandlerSpec limited(String id, Reason reason, int retries) {
    return spec(id, Map.of(reason, options(Filter.NONE, retries)));
  }

  /** A handler with a filter. */
  public static HandlerSpec filtered(String id, Filter filter, Reason... reasons) {
    Map<Reason, Options> options = new EnumMap<>(Reason.class);
    for (Reason reason : reasons) {
      options.put(reason, options(filter, -1));
    }
    return spec(id, options);
  }

  /** A handler that comes after others. */
  public static HandlerSpec after(String id, Reason reason, String... others) {
    Options one = Options.DEFAULT;
    return spec(
        id,
        Map.of(
            reason,
            new Options(
                one.filter(),
                one.retries(),
                one.backoff(),
                one.errors(),
                false,
                false,
                null,
                null,
                List.of(others))));
  }

  /** A handler with its options for each reason. */
  public static HandlerSpec of(String id, Map<Reason, Options> reasons) {
    return spec(id, reasons);
  }

  private static Filter filter(String field) {
    return Filter.of(new FilterAttributes("", "", field, "", "", "", ""), null);
  }

  private static Options options(Filter filter, int retries) {
    return new Options(
        filter,
        retries,
        Backoff.EXPONENTIAL,
        ErrorMode.TEMPORARY,
        false,
        false,
        null,
        null,
        List.of());
  }

  @SuppressWarnings("unchecked") // nothing ever calls it
  private static HandlerSpec spec(String id, Map<Reason, Options> reasons) {
    ExecutableMethod<Object, Object> never =
        (ExecutableMethod<Object, Object>)
            Proxy.newProxyInstance(
                Specs.class.getClassLoader(),
                new Class<?>[] {ExecutableMethod.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError("called");
                });
    return new HandlerSpec(id, reasons, never, new Object());
  }
}
