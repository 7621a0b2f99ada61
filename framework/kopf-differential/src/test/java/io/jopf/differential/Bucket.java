package io.jopf.differential;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Group("example.com")
@Version("v1")
public class Bucket extends CustomResource<Bucket.Spec, Map<String, Object>> implements Namespaced {

  public record Spec(int size, @Nullable List<String> users) {}
}
