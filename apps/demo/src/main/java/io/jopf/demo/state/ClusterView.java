package io.jopf.demo.state;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects in the demo's namespaces, kept up to date. */
public final class ClusterView implements ObjectSource, AutoCloseable {

  private final Map<String, SharedIndexInformer<GenericKubernetesResource>> informers =
      new HashMap<>();

  /**
   * Starts to follow, and waits for what is there.
   *
   * @param changed called in another thread after each change
   */
  public ClusterView(KubernetesClient client, List<String> namespaces, Runnable changed) {
    for (String namespace : namespaces) {
      for (Kind kind : Kind.ALL) {
        informers.put(
            key(kind.kind(), namespace),
            client
                .genericKubernetesResources(kind.context())
                .inNamespace(namespace)
                .inform(new Signal(changed)));
      }
    }
  }

  private static String key(String kind, String namespace) {
    return namespace + "/" + kind;
  }

  @Override
  public List<GenericKubernetesResource> list(String kind, String namespace) {
    SharedIndexInformer<GenericKubernetesResource> informer = informers.get(key(kind, namespace));
    if (informer == null) {
      throw new IllegalArgumentException("not followed: " + key(kind, namespace));
    }
    return informer.getStore().list();
  }

  @Override
  public void close() {
    informers.values().forEach(SharedIndexInformer::close);
  }

  private record Signal(Runnable changed)
      implements ResourceEventHandler<GenericKubernetesResource> {
    @Override
    public void onAdd(GenericKubernetesResource object) {
      changed.run();
    }

    @Override
    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource after) {
      changed.run();
    }

    @Override
    public void onDelete(GenericKubernetesResource object, boolean stateUnknown) {
      changed.run();
    }
  }
}
