package io.jopf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A request that the API server has not carried out yet.
 *
 * @param uid names this look at the request
 * @param operation what is to be done
 * @param resource the kind's resource, such as {@code pods} or {@code jobs.batch}
 * @param subresource such as {@code status}; empty for the object itself
 * @param namespace where; empty for kinds without namespaces
 * @param name of the object; empty while the server has still to make one up
 * @param dryRun whether nothing will be stored: a handler must have no effect elsewhere
 * @param user who asks
 * @param object the object as it would be; {@code NullNode} for deletions
 * @param oldObject the object as it is; {@code NullNode} for creations and connections
 * @param options of the operation, such as {@code CreateOptions}; {@code NullNode} if there are
 *     none
 */
public record AdmissionRequest(
    String uid,
    Operation operation,
    String resource,
    String subresource,
    String namespace,
    String name,
    boolean dryRun,
    User user,
    JsonNode object,
    JsonNode oldObject,
    JsonNode options) {

  /**
   * Who asks, as the API server has authenticated them.
   *
   * @param name such as {@code system:serviceaccount:shop:till}
   * @param uid empty if there is none
   * @param groups all of them
   * @param extra whatever the authenticator adds
   */
  public record User(
      String name, String uid, List<String> groups, Map<String, List<String>> extra) {

    /** Nobody in particular. */
    public static final User ANONYMOUS =
        new User("system:anonymous", "", List.of("system:unauthenticated"), Map.of());
  }
}
