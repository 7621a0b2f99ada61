package io.jopf.test.simulated.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a write is meant.
 *
 * @param manager the field manager
 * @param subresource such as {@code status}, null for the object itself
 * @param dryRun whether to answer as if, and store nothing
 * @param force whether an apply takes fields from other managers
 * @param version the version of the kind that is written
 */
record WriteOptions(
    String manager, @Nullable String subresource, boolean dryRun, boolean force, String version) {

  /** What a controller of the cluster writes. */
  static WriteOptions of(String manager, @Nullable String subresource, Kind kind) {
    return new WriteOptions(manager, subresource, false, false, kind.version());
  }

  /** As the query and the user agent say. */
  static WriteOptions of(Route route, @Nullable String userAgent) {
    String manager = route.query().get("fieldManager");
    if (manager == null) {
      manager =
          userAgent == null
              ? "unknown"
              : List.of(userAgent.split("/")).get(0).toLowerCase(Locale.ROOT);
    }
    return new WriteOptions(
        manager,
        route.subresource(),
        route.isDryRun(),
        "true".equals(route.query().get("force")),
        route.version());
  }

  boolean isStatus() {
    return "status".equals(subresource);
  }
}
