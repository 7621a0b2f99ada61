package io.jopf.test.scenarios.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind whose schema knows every field of its status. */
@Group("scenarios.jopf.io")
@Version("v1")
public class Meter extends CustomResource<Meter.Spec, Meter.Status> implements Namespaced {

  /** What is asked for. */
  public static class Spec {
    public String value = "";
  }

  /** What is known. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static class Status {
    public @Nullable Integer reading;
    public @Nullable List<Condition> conditions;
  }
}
