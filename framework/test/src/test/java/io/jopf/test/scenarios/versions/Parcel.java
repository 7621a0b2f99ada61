package io.jopf.test.scenarios.versions;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;

/** What is served in two versions, of which the operator knows the first. */
@Group("versions.jopf.io")
@Version("v1")
public class Parcel extends CustomResource<Parcel.Spec, Map<String, Object>> implements Namespaced {

  /** What is asked for. */
  public static class Spec {
    public int weight;
  }
}
