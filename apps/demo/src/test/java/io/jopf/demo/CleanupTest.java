package io.jopf.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CleanupTest {

  private final List<String> log = new ArrayList<>();
  private final Cleanup cleanup = new Cleanup();

  @Test
  void what_was_done_last_is_undone_first_and_only_once() {
    cleanup.acquire(() -> "first", log::add);
    cleanup.acquire(() -> "second", log::add);

    cleanup.close();
    cleanup.close();

    assertThat(log).containsExactly("second", "first");
  }

  @Test
  void one_failure_does_not_keep_the_rest_from_being_undone() {
    cleanup.acquire(() -> "first", log::add);
    cleanup.acquire(
        () -> "second",
        made -> {
          throw new IllegalStateException(made);
        });

    cleanup.close();

    assertThat(log).containsExactly("first");
  }

  @Test
  void nothing_is_done_any_more_once_it_is_closed() {
    cleanup.close();

    assertThatThrownBy(() -> cleanup.acquire(() -> log.add("done"), done -> log.add("undone")))
        .isInstanceOf(CancellationException.class);
    assertThat(log).isEmpty();
  }

  @Test
  void what_was_not_achieved_is_not_undone() {
    assertThatThrownBy(
            () ->
                cleanup.<String>acquire(
                    () -> {
                      throw new DemoException("refused");
                    },
                    log::add))
        .hasMessage("refused");

    cleanup.close();

    assertThat(log).isEmpty();
  }
}
