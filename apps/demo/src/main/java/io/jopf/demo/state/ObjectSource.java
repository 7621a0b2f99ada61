package io.jopf.demo.state;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;

/** Where the objects of a namespace come from. */
interface ObjectSource {

  /** The objects of a kind as last seen, in no order. */
  List<GenericKubernetesResource> list(String kind, String namespace);
}
