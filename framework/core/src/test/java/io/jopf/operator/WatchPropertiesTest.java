package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchPropertiesTest {

  private static WatchProperties properties(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("jopf.enabled", "false");
    try (ApplicationContext context = ApplicationContext.run(all)) {
      return context.getBean(WatchProperties.class);
    }
  }

  @Test
  void a_dead_watch_goes_unnoticed_for_90_seconds_at_most_unless_it_is_said_otherwise() {
    assertThat(properties(Map.of()).watchTimeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(properties(Map.of("jopf.watch-timeout", "30s")).watchTimeout())
        .isEqualTo(Duration.ofSeconds(30));
  }
}
