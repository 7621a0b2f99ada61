package io.jopf.test.scenarios.takeover;

import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.Map;

/** Things as a Kopf operator leaves them. */
final class Left {

  static final String FINALIZER = "kopf.zalando.org/KopfFinalizerMarker";
  private static final String PREFIX = "kopf.zalando.org/";

  private Left() {}

  /** One that is handled with a size. */
  static Thing handled(String name, int size) {
    return marked(
        name,
        size,
        Map.of(PREFIX + "last-handled-configuration", "{\"spec\":{\"size\":" + size + "}}\n"));
  }

  /** One whose creation is half done: one handler has succeeded, the other failed twice. */
  static Thing halfCreated(String name, int size) {
    return marked(
        name,
        size,
        Map.of(
            PREFIX + "create_fn",
            "{\"started\":\"2020-01-01T00:00:00.000000+00:00\",\"purpose\":\"create\","
                + "\"retries\":1,\"success\":true,\"failure\":false}",
            PREFIX + "create_too",
            "{\"started\":\"2020-01-01T00:00:00.000000+00:00\",\"purpose\":\"create\","
                + "\"retries\":2,\"success\":false,\"failure\":false}"));
  }

  private static Thing marked(String name, int size, Map<String, String> annotations) {
    Thing thing = Things.thing(name, size);
    thing.getMetadata().setAnnotations(annotations);
    thing.getMetadata().setFinalizers(List.of(FINALIZER));
    return thing;
  }
}
