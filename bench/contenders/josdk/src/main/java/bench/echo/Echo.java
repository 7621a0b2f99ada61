package bench.echo;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** What is to be echoed. */
@Group("bench.jopf.io")
@Version("v1")
@Plural("echoes")
public class Echo extends CustomResource<Echo.Spec, Echo.Status> implements Namespaced {

  /** What is asked for. */
  public record Spec(String value) {}

  /** What was seen. */
  public record Status(String observed) {}
}
