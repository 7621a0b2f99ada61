package io.jopf.jobflow.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.lint.Similar;
import java.net.HttpURLConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The flows of a namespace. What a newer operator tells beyond what is known here is left out. */
final class Flows {
  private static final int TRIES = 5;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private final KubernetesClient client;

  Flows(KubernetesClient client) {
    this.client = client;
  }

  KubernetesClient client() {
    return client;
  }

  String namespace() {
    return client.getNamespace();
  }

  private MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      all() {
    return client.genericKubernetesResources(
        ResourceDefinitionContext.fromResourceType(JobFlow.class));
  }

  Resource<GenericKubernetesResource> resource(String name) {
    return all().inNamespace(namespace()).withName(name);
  }

  static JobFlow of(GenericKubernetesResource object) {
    return MAPPER.convertValue(object, JobFlow.class);
  }

  /** The flows of the namespace. */
  List<JobFlow> list() {
    return all().inNamespace(namespace()).list().getItems().stream().map(Flows::of).toList();
  }

  /**
   * One flow.
   *
   * @throws CliException if there is none of that name
   */
  JobFlow get(String name) {
    GenericKubernetesResource found = resource(name).get();
    if (found == null) {
      List<String> known = list().stream().map(flow -> flow.getMetadata().getName()).toList();
      String where = "there is no JobFlow " + name + " in namespace " + namespace();
      throw new CliException(where + Similar.hint(name, known));
    }
    return of(found);
  }

  /** Lays a patch over the spec. */
  void patchSpec(String name, Map<String, ?> spec) {
    get(name);
    patch(name, Map.of("spec", spec));
  }

  /**
   * Sets annotations to what follows from the flow as it is; of two at the same time none is lost.
   *
   * @param values by annotation; null takes one away
   */
  void annotate(String name, Function<JobFlow, Map<String, @Nullable String>> values) {
    for (int i = 1; ; i++) {
      JobFlow flow = get(name);
      Map<String, Object> metadata = new LinkedHashMap<>();
      metadata.put("resourceVersion", flow.getMetadata().getResourceVersion());
      metadata.put("annotations", values.apply(flow));
      try {
        patch(name, Map.of("metadata", metadata));
        return;
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT || i == TRIES) {
          throw e;
        }
      }
    }
  }

  /** An annotation of a flow; empty if it has none. */
  static String annotation(JobFlow flow, String name) {
    Map<String, String> all = flow.getMetadata().getAnnotations();
    return all == null ? "" : all.getOrDefault(name, "");
  }

  private void patch(String name, Map<String, ?> patch) {
    String json = MAPPER.valueToTree(patch).toString();
    resource(name).patch(PatchContext.of(PatchType.JSON_MERGE), json);
  }
}
