package io.jopf.test.operator;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;

/** A resource with a Job that sleeps. */
@Group("operator-test.jopf.io")
@Version("v1")
public class Napper extends CustomResource<Napper.Spec, Map<String, Object>> implements Namespaced {

  /** How long to sleep. */
  public static class Spec {
    public int seconds;
  }
}
