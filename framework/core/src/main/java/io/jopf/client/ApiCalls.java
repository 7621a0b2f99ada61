package io.jopf.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells listeners of every request, in the words of the API server's own rights and metrics. */
final class ApiCalls implements Interceptor {

  private static final int NO_ANSWER = 0;

  private final Supplier<Collection<CallListener>> source;
  private volatile @Nullable List<CallListener> listeners;

  /**
   * @param source asked once, at the first call
   */
  ApiCalls(Supplier<Collection<CallListener>> source) {
    this.source = source;
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    tell(request, response.code());
  }

  @Override
  public void afterConnectionFailure(HttpRequest request, Throwable failure) {
    tell(request, NO_ANSWER);
  }

  private void tell(HttpRequest request, int code) {
    String verb = verb(request.method(), request.uri());
    List<CallListener> known = listeners;
    if (known == null) {
      known = List.copyOf(source.get());
      listeners = known;
    }
    known.forEach(listener -> listener.called(verb, code));
  }

  /** What a request wants of its resource. */
  static String verb(String method, URI uri) {
    String query = uri.getRawQuery();
    return switch (method) {
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> isCollection(uri.getRawPath()) ? "deletecollection" : "delete";
      default -> {
        boolean watch =
            query != null && (query.contains("watch=true") || query.contains("watch=1"));
        yield watch ? "watch" : isCollection(uri.getRawPath()) ? "list" : "get";
      }
    };
  }

  /** {@code /api/v1/pods}, {@code /apis/batch/v1/namespaces/team/jobs} and the like. */
  private static boolean isCollection(String path) {
    String[] parts = path.split("/", -1);
    int first = 1;
    while (first < parts.length && !parts[first].equals("api") && !parts[first].equals("apis")) {
      first++;
    }
    if (first == parts.length) {
      return false;
    }
    int version = parts[first].equals("api") ? first + 1 : first + 2;
    int left = parts.length - version - 1;
    boolean namespaced = left > 2 && parts[version + 1].equals("namespaces");
    return (namespaced ? left - 2 : left) == 1;
  }
}
