package io.jopf.test.scenarios;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the operators of the scenarios handle. */
@Group("scenarios.jopf.io")
@Version("v1")
public class Thing extends CustomResource<Thing.Spec, Map<String, Object>> implements Namespaced {

  /** What is asked for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static class Spec {
    public int size;
    public @Nullable String colour;
    public @Nullable List<Part> parts;
  }

  /** A part of a thing. */
  public record Part(String name, int count) {}
}
