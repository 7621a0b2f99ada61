package io.jopf.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jopf.PermanentException;
import io.jopf.StartupException;
import io.jopf.TemporaryException;
import io.jopf.annotation.ErrorMode;
import io.jopf.annotation.OnStartup;
import io.jopf.handler.IllegalHandlerException;
import io.jopf.time.Time;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartUpTest {

  private static final String CASE = "test.start.up";

  private final HastyTime time = new HastyTime();

  @Singleton
  static class Calls {
    final List<String> all = new ArrayList<>();
  }

  private static void fail(Calls calls, String name, RuntimeException e) {
    calls.all.add(name);
    throw e;
  }

  @Singleton
  @Requires(property = CASE, value = "order")
  static class Beta {
    private final Calls calls;

    Beta(Calls calls) {
      this.calls = calls;
    }

    @OnStartup
    void zero() {
      calls.all.add("beta zero");
    }

    @OnStartup
    void another() {
      calls.all.add("beta another");
    }
  }

  @Singleton
  @Requires(property = CASE, value = "order")
  static class Alpha {
    private final Calls calls;

    Alpha(Calls calls) {
      this.calls = calls;
    }

    @OnStartup
    void only() {
      calls.all.add("alpha");
    }
  }

  @Singleton
  @Order(-1)
  @Requires(property = CASE, value = "order")
  static class Zeta {
    private final Calls calls;

    Zeta(Calls calls) {
      this.calls = calls;
    }

    @OnStartup
    void first() {
      calls.all.add("zeta");
    }
  }

  @Singleton
  @Requires(property = CASE, value = "flaky")
  static class Flaky {
    private final Calls calls;

    Flaky(Calls calls) {
      this.calls = calls;
    }

    @OnStartup(backoff = "2s")
    void connect() {
      if (calls.all.size() < 2) {
        fail(calls, "connect", new IllegalStateException("not there"));
      }
      calls.all.add("connected");
    }

    @OnStartup
    void patience() {
      if (calls.all.size() < 5) {
        fail(calls, "patience", new TemporaryException("soon", Duration.ofSeconds(7)));
      }
    }
  }

  @Singleton
  @Requires(property = CASE, value = "hopeless")
  static class Hopeless {
    private final Calls calls;

    Hopeless(Calls calls) {
      this.calls = calls;
    }

    @OnStartup
    void connect() {
      fail(calls, "connect", new IllegalStateException("nobody there"));
    }
  }

  @Singleton
  @Requires(property = CASE, value = "permanent")
  static class Permanent {
    private final Calls calls;

    Permanent(Calls calls) {
      this.calls = calls;
    }

    @OnStartup(id = "licence")
    void check() {
      fail(calls, "licence", new PermanentException("the licence is missing"));
    }
  }

  @Singleton
  @Requires(property = CASE, value = "modes")
  static class Modes {
    private final Calls calls;

    Modes(Calls calls) {
      this.calls = calls;
    }

    @OnStartup(errors = ErrorMode.IGNORED)
    void ignored() {
      fail(calls, "ignored", new IllegalStateException("whatever"));
    }

    @OnStartup(errors = ErrorMode.PERMANENT)
    void once() {
      fail(calls, "once", new IllegalStateException("wrong"));
    }
  }

  @Singleton
  @Requires(property = CASE, value = "illegal")
  static class Illegal {
    @OnStartup
    void connect(Calls calls) {
      throw new AssertionError("called with " + calls);
    }
  }

  private List<String> run(String name) {
    try (ApplicationContext context = context(name)) {
      try {
        context.getBean(StartUp.class).run();
      } finally {
        all = context.getBean(Calls.class).all;
      }
      return all;
    }
  }

  private List<String> all = List.of();

  private ApplicationContext context(String name) {
    return ApplicationContext.builder()
        .properties(Map.of("jopf.enabled", "false", CASE, name))
        .singletons((Time) time)
        .start();
  }

  @Test
  void methods_run_by_the_order_and_name_of_their_class_and_as_declared() {
    assertThat(run("order")).containsExactly("zeta", "alpha", "beta zero", "beta another");
  }

  @Test
  void a_failed_method_is_tried_again_and_the_next_waits_for_it() {
    assertThat(run("flaky"))
        .containsExactly("connect", "connect", "connected", "patience", "patience");
    assertThat(time.delays)
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(7),
            Duration.ofSeconds(7));
  }

  @Test
  void after_five_attempts_the_start_fails() {
    assertThatThrownBy(() -> run("hopeless"))
        .isInstanceOf(StartupException.class)
        .hasMessage("start-up 'connect' gave up after 5 attempts: nobody there");

    assertThat(all).hasSize(5);
    assertThat(time.delays).hasSize(4).allMatch(delay -> delay.compareTo(Duration.ZERO) > 0);
  }

  @Test
  void a_permanent_failure_fails_the_start_at_once() {
    assertThatThrownBy(() -> run("permanent"))
        .isInstanceOf(StartupException.class)
        .hasMessage("start-up 'licence' failed: the licence is missing");

    assertThat(all).containsExactly("licence");
    assertThat(time.delays).isEmpty();
  }

  @Test
  void an_unexpected_failure_is_what_the_method_says_it_is() {
    assertThatThrownBy(() -> run("modes")).hasMessage("start-up 'once' failed: wrong");

    assertThat(all).containsExactly("ignored", "once");
  }

  @Test
  void a_method_that_cannot_be_called_is_told() {
    assertThatThrownBy(() -> run("illegal"))
        .isInstanceOf(IllegalHandlerException.class)
        .hasMessageContaining(
            "StartUpTest$Illegal.connect: @OnStartup: the method is called without arguments");
  }
}
