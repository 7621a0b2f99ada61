package io.jopf.test.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = NapperHandlers.class, crds = "framework/test/src/test/resources/napper.yaml")
class OperatorTest {

  private static final String NAPPER =
      """
      apiVersion: operator-test.jopf.io/v1
      kind: Napper
      metadata: {name: tom}
      spec: {seconds: 30}
      """;

  private static boolean isAwake(Cluster cluster) {
    Napper napper = cluster.get(Napper.class, "tom");
    Map<String, Object> status = napper == null ? null : napper.getStatus();
    return status != null && status.containsValue(true);
  }

  @Test
  void the_operator_follows_its_objects_and_their_jobs(Cluster cluster) {
    cluster.apply(NAPPER);

    cluster.await("it sleeps", () -> cluster.get(Job.class, "tom") != null);
    assertThat(isAwake(cluster)).isFalse();
    cluster.await("it is awake", () -> isAwake(cluster));
  }

  @Test
  void a_restarted_operator_finds_what_happened_meanwhile(Cluster cluster, TestOperator operator) {
    operator.stop();
    cluster.apply(NAPPER);

    operator.start();

    cluster.await("it is awake", () -> isAwake(cluster));
  }

  @Test
  void a_killed_operator_writes_nothing_more(Cluster cluster, TestOperator operator) {
    operator.kill();
    cluster.apply(NAPPER);
    assertThat(cluster.get(Job.class, "tom")).isNull();

    operator.start();
    cluster.await("it is awake", () -> isAwake(cluster));
  }

  @Test
  void deleting_an_object_takes_its_children(Cluster cluster) {
    cluster.apply(NAPPER);
    cluster.await("it sleeps", () -> cluster.get(Job.class, "tom") != null);

    cluster.client().resources(Napper.class).withName("tom").delete();

    cluster.awaitGone(Napper.class, "tom");
    cluster.awaitGone(Job.class, "tom");
  }

  @Test
  void beans_of_the_operator_are_parameters(ApplicationContext context, NapperHandlers handlers) {
    assertThat(context.getBean(NapperHandlers.class)).isSameAs(handlers);
    assertThat(context.containsBean(MoodyHandlers.class)).isFalse();
  }
}
