package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirementBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How pods get to a node. */
enum NodeBinding {
  /** Past the scheduler: nobody looks whether the node is ready, has room or wants the pod. */
  NODE_NAME {
    @Override
    void bind(PodSpec pod, String node) {
      pod.setNodeName(node);
    }
  },
  /** Through the scheduler, which also binds volumes. */
  AFFINITY {
    @Override
    void bind(PodSpec pod, String node) {
      NodeSelectorTerm here =
          new NodeSelectorTermBuilder()
              .withMatchFields(
                  new NodeSelectorRequirementBuilder()
                      .withKey("metadata.name")
                      .withOperator("In")
                      .withValues(node)
                      .build())
              .build();
      NodeAffinity affinity =
          new PodSpecBuilder(pod)
              .editOrNewAffinity()
              .editOrNewNodeAffinity()
              .endNodeAffinity()
              .endAffinity()
              .build()
              .getAffinity()
              .getNodeAffinity();
      NodeSelector required = affinity.getRequiredDuringSchedulingIgnoredDuringExecution();
      if (required == null || required.getNodeSelectorTerms().isEmpty()) {
        required = new NodeSelector(List.of(here));
      } else {
        // terms are alternatives: each of them has to name the node
        required
            .getNodeSelectorTerms()
            .forEach(term -> term.getMatchFields().addAll(here.getMatchFields()));
      }
      affinity.setRequiredDuringSchedulingIgnoredDuringExecution(required);
      pod.setAffinity(
          new PodSpecBuilder(pod)
              .editOrNewAffinity()
              .withNodeAffinity(affinity)
              .endAffinity()
              .build()
              .getAffinity());
    }
  };

  abstract void bind(PodSpec pod, String node);

  static NodeBinding of(@Nullable String text) {
    return "Affinity".equals(text) ? AFFINITY : NODE_NAME;
  }
}
