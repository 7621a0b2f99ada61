package io.jopf.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.annotation.OnProbe;
import io.jopf.time.FakeTime;
import io.jopf.time.Time;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProbesTest {

  private static final String CASE = "test.probes";

  private final FakeTime time = new FakeTime();

  @Singleton
  @Requires(property = CASE, value = "answers")
  static class Answers {
    @OnProbe
    boolean well() {
      return true;
    }

    @OnProbe(id = "queue")
    Map<String, Integer> length() {
      return Map.of("length", 7);
    }

    @OnProbe
    void reachable() {}

    @OnProbe
    boolean unwell() {
      return false;
    }

    @OnProbe
    void broken() {
      throw new IllegalStateException("the disk is full");
    }
  }

  @Singleton
  @Requires(property = CASE, value = "slow")
  static class Slow {
    final AtomicInteger calls = new AtomicInteger();
    final CountDownLatch called = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final CountDownLatch gate = new CountDownLatch(1);

    @OnProbe(timeout = "3s")
    int count() {
      int call = calls.incrementAndGet();
      called.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
      return call;
    }
  }

  private ApplicationContext context(String name) {
    return ApplicationContext.builder()
        .properties(Map.of("jopf.enabled", "false", CASE, name))
        .singletons((Time) time)
        .start();
  }

  @Test
  void an_exception_and_false_mean_down_and_anything_else_is_shown() {
    try (ApplicationContext context = context("answers")) {
      assertThat(context.getBean(Probes.class).ask().join())
          .containsOnly(
              Map.entry("well", new ProbeResult(true, true)),
              Map.entry("queue", new ProbeResult(true, Map.of("length", 7))),
              Map.entry("reachable", new ProbeResult(true, true)),
              Map.entry("unwell", new ProbeResult(false, false)),
              Map.entry("broken", new ProbeResult(false, "the disk is full")));
    }
  }

  @Test
  void one_call_at_a_time_serves_all_who_ask_and_its_answer_holds_for_ten_seconds() {
    try (ApplicationContext context = context("slow")) {
      Probes probes = context.getBean(Probes.class);
      Slow slow = context.getBean(Slow.class);

      CompletableFuture<Map<String, ProbeResult>> first = probes.ask();
      CompletableFuture<Map<String, ProbeResult>> second = probes.ask();
      assertThat(first).isNotDone();
      slow.gate.countDown();
      assertThat(first.join()).containsExactly(Map.entry("count", new ProbeResult(true, 1)));
      assertThat(second.join()).isEqualTo(first.join());

      time.advance(Duration.ofMillis(9_999));
      assertThat(probes.ask().join()).isEqualTo(first.join());
      time.advance(Duration.ofMillis(1));
      assertThat(probes.ask().join()).containsExactly(Map.entry("count", new ProbeResult(true, 2)));
    }
  }

  @Test
  void a_probe_that_does_not_answer_is_down_and_interrupted() throws Exception {
    try (ApplicationContext context = context("slow")) {
      Probes probes = context.getBean(Probes.class);
      Slow slow = context.getBean(Slow.class);
      CompletableFuture<Map<String, ProbeResult>> answer = probes.ask();
      slow.called.await();

      time.advance(Duration.ofSeconds(3));

      assertThat(answer.join())
          .containsExactly(Map.entry("count", new ProbeResult(false, "no answer within 3000 ms")));
      slow.interrupted.await();
    }
  }

  @Test
  void an_answer_is_as_fresh_as_it_is_whatever_the_wall_clock_says() {
    try (ApplicationContext context = context("slow")) {
      Slow slow = context.getBean(Slow.class);
      slow.gate.countDown();
      Probes probes = context.getBean(Probes.class);
      probes.ask().join();
      time.jump(Duration.ofHours(1));
      probes.ask().join();
      assertThat(slow.calls).hasValue(1);

      time.jump(Duration.ofHours(-2));
      time.advance(Duration.ofSeconds(10));
      probes.ask().join();

      assertThat(slow.calls).hasValue(2);
    }
  }
}
