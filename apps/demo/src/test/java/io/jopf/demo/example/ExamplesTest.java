package io.jopf.demo.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  private final Map<String, List<HasMetadata>> files = new LinkedHashMap<>();

  @Test
  void the_second_object_of_a_name_goes_to_another_namespace_and_is_called_by_its_file() {
    files.put("jobflow/example", List.of(own("JobFlow", "flow")));
    files.put("jobflow/example-sameNode", List.of(own("JobFlow", "flow")));
    files.put("daemonjob/example", List.of(own("DaemonJob", "flow")));

    assertThat(Examples.of(files))
        .extracting(Example::title, Example::place)
        .containsExactly(tuple("flow", 0), tuple("flow(sameNode)", 1), tuple("flow", 0));
  }

  @Test
  void what_others_refer_to_is_applied_first() {
    files.put("a", List.of(own("JobFlow", "flow")));
    files.put("b", List.of(own("JobTemplate", "template"), named(new PersistentVolumeClaim())));
    files.put("c", List.of(named(new PersistentVolume())));

    assertThat(Examples.of(files))
        .extracting(Example::kind)
        .containsExactly("PersistentVolume", "PersistentVolumeClaim", "JobTemplate", "JobFlow");
  }

  @Test
  void objects_of_our_kinds_and_claims_live_in_a_namespace_and_volumes_do_not() {
    files.put("a", List.of(own("JobFlow", "flow"), named(new PersistentVolumeClaim())));
    files.put("b", List.of(named(new PersistentVolume())));

    assertThat(Examples.of(files))
        .filteredOn(Example::isNamespaced)
        .extracting(Example::kind)
        .containsExactly("PersistentVolumeClaim", "JobFlow");
  }

  @Test
  void examples_bound_to_a_node_do_not_work_everywhere() {
    files.put("jobflow/local-pv", List.of(named(new PersistentVolume())));
    files.put("jobflow/example", List.of(own("JobFlow", "flow")));

    assertThat(Examples.of(files))
        .filteredOn(Examples::worksAnywhere)
        .extracting(Example::file)
        .containsExactly("jobflow/example");
  }

  private static HasMetadata own(String kind, String name) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setKind(kind);
    object.setMetadata(new ObjectMetaBuilder().withName(name).build());
    return object;
  }

  private static HasMetadata named(HasMetadata object) {
    object.setMetadata(new ObjectMetaBuilder().withName("name").build());
    return object;
  }
}
