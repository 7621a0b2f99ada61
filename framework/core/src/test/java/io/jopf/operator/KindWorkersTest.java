package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jopf.StartupException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindWorkersTest {

  private static int workers(Map<String, Object> settings, String kind, int all) {
    try (Environment environment =
        ApplicationContext.builder(settings).deduceEnvironment(false).build().getEnvironment()) {
      return new KindWorkers(environment.start()).of(kind, all);
    }
  }

  @Test
  void a_kind_may_have_all_workers_unless_it_is_said_otherwise() {
    assertThat(workers(Map.of(), "jobs.batch", 8)).isEqualTo(8);
    assertThat(workers(Map.of("jopf.kind-workers.jobs.batch", 3), "jobs.batch", 8)).isEqualTo(3);
    assertThat(workers(Map.of("jopf.kind-workers.jobs.batch", 3), "pods", 8)).isEqualTo(8);
  }

  @Test
  void a_kind_never_has_more_workers_than_there_are() {
    assertThat(workers(Map.of("jopf.kind-workers.jobs.batch", 30), "jobs.batch", 8)).isEqualTo(8);
  }

  @Test
  void a_kind_without_workers_is_refused_by_name() {
    assertThatThrownBy(() -> workers(Map.of("jopf.kind-workers.pods", 0), "pods", 8))
        .isInstanceOf(StartupException.class)
        .hasMessage("jopf.kind-workers.pods is 0: at least 1");
  }
}
