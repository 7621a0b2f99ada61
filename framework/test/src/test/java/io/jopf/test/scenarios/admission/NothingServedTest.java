package io.jopf.test.scenarios.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.admission.AdmissionService;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = NothingServedTest.Other.class,
    crds = Things.DEFINITION,
    properties = "jopf.admission.enabled=true")
class NothingServedTest {

  @Handlers(Thing.class)
  static class Other {
    @OnCreate
    void create(Thing thing) {}
  }

  @Test
  void without_admission_handlers_nothing_is_served_or_written(
      Cluster cluster, AdmissionService service) {
    assertThat(service.isWanted()).isFalse();
    assertThat(service.port()).isEqualTo(-1);
    assertThat(cluster.list(Secret.class)).isEmpty();
    assertThat(new Webhooks(cluster).validating().get()).isNull();
  }
}
