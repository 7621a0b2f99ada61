package io.jopf.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.annotation.OnCleanup;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CleanUpTest {

  private static final String PROPERTY = "test.clean.up";

  @Singleton
  @Requires(property = PROPERTY)
  static class Guests {
    final List<String> gone = new CopyOnWriteArrayList<>();
    final CountDownLatch interrupted = new CountDownLatch(1);

    @OnCleanup
    void first() {
      gone.add("first");
    }

    @OnCleanup(timeout = "50ms")
    void hangs() {
      gone.add("hangs");
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
    }

    @OnCleanup
    void fails() {
      gone.add("fails");
      throw new IllegalStateException("the door is locked");
    }
  }

  @Test
  void each_runs_once_in_reverse_order_whatever_the_others_do() throws Exception {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("jopf.enabled", "false", PROPERTY, "true"))) {
      context.getBean(CleanUp.class).run();

      Guests guests = context.getBean(Guests.class);
      assertThat(guests.gone).containsExactly("fails", "hangs", "first");
      guests.interrupted.await();
    }
  }
}
