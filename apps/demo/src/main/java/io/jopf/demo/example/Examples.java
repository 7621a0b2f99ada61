package io.jopf.demo.example;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arranges the objects of the example files. */
public final class Examples {

  /** What others refer to goes first. */
  private static final List<String> FIRST =
      List.of("StorageClass", "PersistentVolume", "PersistentVolumeClaim", "JobTemplate");

  /** Files whose jobs or volumes are bound to the node minikube. */
  private static final List<String> BOUND =
      List.of("jobflow/example-sameNode", "jobflow/example-shareVolume", "jobflow/local-pv");

  private Examples() {}

  /**
   * Gives each object a place and a title, in the order to apply them.
   *
   * @param files objects by file, such as {@code jobflow/example-sameNode}, in the order to show
   *     them
   */
  public static List<Example> of(Map<String, List<HasMetadata>> files) {
    Map<String, Integer> seen = new HashMap<>();
    List<Example> examples = new ArrayList<>();
    files.forEach(
        (file, objects) -> {
          for (HasMetadata object : objects) {
            String name = object.getMetadata().getName();
            int place = seen.merge(object.getKind() + "/" + name, 1, Integer::sum) - 1;
            String title = place == 0 ? name : name + "(" + variant(file) + ")";
            examples.add(new Example(file, title, place, object));
          }
        });
    examples.sort(Comparator.comparingInt(Examples::rank));
    return examples;
  }

  /** Files whose examples need a node minikube. */
  public static List<String> bound() {
    return BOUND;
  }

  /** Whether an example works on a cluster without a node minikube. */
  public static boolean worksAnywhere(Example example) {
    return !BOUND.contains(example.file());
  }

  private static int rank(Example example) {
    int rank = FIRST.indexOf(example.kind());
    return rank < 0 ? FIRST.size() : rank;
  }

  private static String variant(String file) {
    return file.replaceFirst("^.*/", "").replaceFirst("^example-", "");
  }
}
