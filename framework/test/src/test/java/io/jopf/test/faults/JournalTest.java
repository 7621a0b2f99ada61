package io.jopf.test.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class JournalTest {

  private final Journal journal = new Journal();
  private final Request request = Request.parse("POST", "/api/v1/namespaces/default/configmaps");

  @Test
  void what_has_been_passed_on_is_waited_for_before_the_journal_is_read() throws Exception {
    Object passed = journal.opened();
    FutureTask<List<Exchange>> reading = new FutureTask<>(() -> journal.select(any -> true));
    Thread reader = new Thread(reading);
    reader.start();
    await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);

    journal.add(request, 201);
    journal.closed(passed);

    assertThat(reading.get()).extracting(Exchange::code).containsExactly(201);
  }

  @Test
  void what_is_passed_on_later_is_not_waited_for() throws Exception {
    Object first = journal.opened();
    FutureTask<List<Exchange>> reading = new FutureTask<>(() -> journal.select(any -> true));
    Thread reader = new Thread(reading);
    reader.start();
    await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);

    journal.opened();
    journal.closed(first);

    assertThat(reading.get()).isEmpty();
  }
}
