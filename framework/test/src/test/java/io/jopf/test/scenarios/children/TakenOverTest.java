package io.jopf.test.scenarios.children;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = HeirHandlers.class, crds = Things.DEFINITION)
class TakenOverTest {

  @Test
  void what_another_operator_has_made_of_a_child_goes_and_what_others_noted_stays(
      Cluster cluster, TestOperator operator) {
    operator.stop();
    Things things = new Things(cluster);
    things.create("tom", 1);
    madeByAnother(cluster, things.get("tom"));

    operator.start();
    things.awaitStatus("tom", "size", 1);

    ConfigMap child = cluster.client().configMaps().withName("tom").require();
    assertThat(child.getData()).containsExactlyEntriesOf(Map.of("size", "1"));
    assertThat(child.getMetadata().getAnnotations()).containsEntry("note", "of a user");
    assertThat(child.getMetadata().getLabels()).isNullOrEmpty();
  }

  private static void madeByAnother(Cluster cluster, Thing owner) {
    cluster
        .client()
        .resource(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: tom
              labels: {made: by-another}
              ownerReferences:
              - {apiVersion: %s, kind: %s, name: tom, uid: %s, controller: true}
            data: {size: '0', old: times}
            """
                .formatted(owner.getApiVersion(), owner.getKind(), owner.getMetadata().getUid()))
        .create();
    cluster.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: tom, annotations: {note: of a user}}
        """);
  }
}
