package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ForeignObjectException;
import io.jopf.ObjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObstacleTest {

  @Test
  void an_object_of_somebody_else_is_a_conflict() {
    assertThat(Obstacle.in(new ForeignObjectException("Service", new ObjectKey("dm", "nb"))))
        .get()
        .returns("Conflict", Obstacle::reason)
        .satisfies(obstacle -> assertThat(obstacle.message()).contains("Service dm/nb"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 422})
  void what_the_server_will_not_take_is_for_people_to_mend(int code) {
    Status answer = new StatusBuilder().withMessage("quota exceeded").build();

    assertThat(Obstacle.in(new KubernetesClientException("PATCH at https://...", code, answer)))
        .contains(new Obstacle("Refused", "quota exceeded"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 409, 429, 500, 503})
  void trouble_of_the_server_is_left_to_the_framework(int code) {
    assertThat(Obstacle.in(new KubernetesClientException("later", code, new Status()))).isEmpty();
  }

  @Test
  void a_mistake_of_ours_is_no_obstacle() {
    assertThat(Obstacle.in(new IllegalStateException())).isEmpty();
  }
}
