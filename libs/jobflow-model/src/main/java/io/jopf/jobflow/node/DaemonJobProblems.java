package io.jopf.jobflow.node;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.jopf.jobflow.api.DaemonJobSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with a DaemonJob, each with field and value. */
public final class DaemonJobProblems {
  /** What prefixes of labels end in that Kubernetes keeps for itself. */
  private static final List<String> RESERVED = List.of(".kubernetes.io", ".k8s.io");

  private final List<String> found = new ArrayList<>();

  private DaemonJobProblems() {}

  /** The problems; empty if there are none. */
  public static List<String> of(@Nullable DaemonJobSpec spec) {
    DaemonJobProblems problems = new DaemonJobProblems();
    if (spec == null || spec.getTemplate() == null) {
      problems.found.add("spec.template is required");
    }
    if (spec != null) {
      problems.look(spec);
    }
    return List.copyOf(problems.found);
  }

  /** What is allowed, but hardly meant; empty if there is nothing of the kind. */
  public static List<String> warnings(DaemonJobSpec spec) {
    List<String> warnings = new ArrayList<>();
    if (spec.getGlobalParams() != null && spec.getGlobalParams().nodeName() != null) {
      warnings.add("spec.globalParams.nodeName is ignored: every node has its own job");
    }
    if ("Affinity".equals(spec.getNodeBinding()) && !"Respect".equals(spec.getTaintPolicy())) {
      warnings.add(
          "spec.nodeBinding Affinity: on tainted nodes pods wait; taintPolicy Respect helps");
    }
    return warnings;
  }

  private void look(DaemonJobSpec spec) {
    if (spec.getSelector() != null || Boolean.TRUE.equals(spec.getManualSelector())) {
      found.add(
          "spec.selector and spec.manualSelector must not be set: every node has its own job");
    }
    number("maxConcurrentNodes", spec.getMaxConcurrentNodes(), 1);
    number("maxFailedNodes", spec.getMaxFailedNodes(), 0);
    number("canaryNodes", spec.getCanaryNodes(), 0);
    word("taintPolicy", spec.getTaintPolicy(), "Ignore", "Respect");
    word("nodeFailurePolicy", spec.getNodeFailurePolicy(), "FailFast", "Continue", "Pause");
    word("completionPolicy", spec.getCompletionPolicy(), "WhenAllDone", "Continuous");
    word("nodeBinding", spec.getNodeBinding(), "NodeName", "Affinity");
    if (spec.getBatchDelaySeconds() != null && spec.getBatchDelaySeconds() < 0) {
      found.add("spec.batchDelaySeconds is " + spec.getBatchDelaySeconds() + ": at least 0");
    }
    if ("Continuous".equals(spec.getCompletionPolicy())) {
      never("ttlSecondsAfterCompletion", spec.getTtlSecondsAfterCompletion());
      never("completionDeadlineSeconds", spec.getCompletionDeadlineSeconds());
    }
    word("topologyPolicy", spec.getTopologyPolicy(), "Spread", "OneByOne");
    if (spec.getTopologyPolicy() != null && spec.getTopologyKey() == null) {
      found.add(
          "spec.topologyPolicy is " + spec.getTopologyPolicy() + ", but there is no topologyKey");
    }
    found.addAll(Windows.problems(spec));
    labels(Objects.requireNonNullElse(spec.getNodeLabels(), Map.of()));
    if (spec.getNodeSelector() != null) {
      selector(spec.getNodeSelector());
    }
  }

  private void number(String field, @Nullable IntOrString value, int least) {
    if (value != null && !Shares.isLegal(value, least)) {
      found.add(
          "spec."
              + field
              + " is "
              + Shares.text(value)
              + ": a number of at least "
              + least
              + " or a percentage from "
              + least
              + "% to 100%");
    }
  }

  private void word(String field, @Nullable String value, String... known) {
    if (value != null && !List.of(known).contains(value)) {
      found.add("spec." + field + " is '" + value + "': one of " + String.join(", ", known));
    }
  }

  private void never(String field, @Nullable Long value) {
    if (value != null) {
      found.add(
          "spec." + field + " is " + value + ", but completionPolicy Continuous never completes");
    }
  }

  /** Who may write a DaemonJob is not one who may say what a node is to Kubernetes. */
  private void labels(Map<String, String> labels) {
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      String key = label.getKey();
      String prefix = key.substring(0, Math.max(0, key.indexOf('/')));
      if (RESERVED.stream().anyMatch(("." + prefix)::endsWith)) {
        found.add(
            "spec.nodeLabels['"
                + key
                + "'] is '"
                + label.getValue()
                + "': labels of "
                + prefix
                + " are for Kubernetes to put on nodes");
      }
    }
  }

  private void selector(LabelSelector selector) {
    int number = 0;
    for (LabelSelectorRequirement one : LabelChoice.expressions(selector)) {
      String field = "spec.nodeSelector.matchExpressions[" + number++ + "]";
      boolean none = LabelChoice.values(one).isEmpty();
      if (one.getKey() == null || one.getKey().isEmpty()) {
        found.add(field + ".key is required");
      }
      if (LabelChoice.WITH_VALUES.contains(one.getOperator())) {
        if (none) {
          found.add(field + ".values is empty: " + one.getOperator() + " needs values");
        }
      } else if (LabelChoice.WITHOUT_VALUES.contains(one.getOperator())) {
        if (!none) {
          found.add(
              field + ".values is " + one.getValues() + ": " + one.getOperator() + " has none");
        }
      } else {
        found.add(
            field
                + ".operator is '"
                + one.getOperator()
                + "': one of In, NotIn, Exists, DoesNotExist");
      }
    }
  }
}
