package io.jopf.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Reason;
import io.jopf.handler.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;

class KopfIdsTest {

  private final KopfIds ids = new KopfIds(List.of("fn.<locals>.x=welcome", "other=welcome"));

  @Test
  void a_handler_goes_on_with_its_namesake_in_either_spelling() {
    assertThat(ids.of(Specs.handler("createDb2Fn", Reason.CREATE)))
        .containsExactly("createDb2Fn", "create_db2_fn");
  }

  @Test
  void a_handler_of_a_field_goes_on_with_one_of_that_field() {
    assertThat(ids.of(Specs.field("onSize", "spec", "podSize")))
        .contains("on_size/spec.podSize", "onSize/spec.podSize");
    assertThat(ids.of(Specs.field("onSize/spec.podSize", "spec", "podSize")))
        .containsExactly("onSize/spec.podSize", "on_size/spec.podSize");
  }

  @Test
  void what_the_setting_says_comes_first() {
    assertThat(ids.of(Specs.handler("welcome", Reason.CREATE)))
        .containsExactly("fn.<locals>.x", "other", "welcome");
  }
}
