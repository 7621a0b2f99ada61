package io.jopf.test.faults;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is asked of the API server.
 *
 * @param verb such as {@link Verb#PATCH}; {@link Verb#GET} where no resource is asked for
 * @param resource the plural with its subresource, as in {@code pods/status}; a path, as in {@code
 *     /version}, where no resource is asked for
 * @param namespace empty if in none or in all
 * @param name empty if no single object is asked for
 * @param query decoded, empty if there is none
 */
public record Request(Verb verb, String resource, String namespace, String name, String query) {

  private static final Set<String> OF_NAMESPACES = Set.of("status", "finalize");
  private static final Pattern WATCH = Pattern.compile("(^|&)watch=(true|1)(&|$)");

  static Request parse(String method, String target) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query =
        question < 0
            ? ""
            : URLDecoder.decode(target.substring(question + 1), StandardCharsets.UTF_8);
    List<String> parts = List.of(path.substring(1).split("/"));
    int prefix = parts.get(0).equals("api") ? 2 : parts.get(0).equals("apis") ? 3 : parts.size();
    if (parts.size() <= prefix) {
      return new Request(Verb.GET, path, "", "", query);
    }
    String namespace = "";
    List<String> rest = parts.subList(prefix, parts.size());
    if (rest.get(0).equals("namespaces")
        && rest.size() > 2
        && !OF_NAMESPACES.contains(rest.get(2))) {
      namespace = rest.get(1);
      rest = rest.subList(2, rest.size());
    }
    String name = rest.size() > 1 ? rest.get(1) : "";
    String resource =
        rest.size() > 2
            ? rest.get(0) + "/" + String.join("/", rest.subList(2, rest.size()))
            : rest.get(0);
    boolean watch = WATCH.matcher(query).find();
    return new Request(Verb.of(method, !name.isEmpty(), watch), resource, namespace, name, query);
  }

  boolean is(Verb wanted, String wantedResource) {
    return verb == wanted && resource.equals(wantedResource);
  }
}
