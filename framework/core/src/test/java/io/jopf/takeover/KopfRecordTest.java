package io.jopf.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Reason;
import io.jopf.cause.HandlerRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KopfRecordTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static KopfRecord read(String text) {
    return KopfRecord.read(text.replace('\'', '"')).orElseThrow();
  }

  @Test
  void attempts_keep_their_count_their_beginning_and_their_delay() {
    KopfRecord record =
        read(
            """
            {'started':'2026-11-21T13:19:29.709205+00:00','retries':3,'purpose':'update',
             'delayed':'2026-11-21T14:09:31.750260+00:00','success':false,'failure':false,
             'message':'not yet'}
            """);

    assertThat(record.toOurs(Reason.UPDATE, "present", NOW))
        .isEqualTo(
            new HandlerRecord(
                Reason.UPDATE,
                null,
                3,
                0,
                Instant.parse("2026-11-21T13:19:29.709205Z"),
                Instant.parse("2026-11-21T14:09:31.750260Z"),
                null));
  }

  @Test
  void looks_at_sub_handlers_are_no_attempts_of_their_parent() {
    KopfRecord record = read("{'retries':3,'purpose':'update','subrefs':['a/one','a/one/two']}");

    assertThat(record.subrefs()).isEqualTo(List.of("a/one", "a/one/two"));
    assertThat(record.toOurs(Reason.UPDATE, "present", NOW).attempts()).isZero();
  }

  @Test
  void what_is_done_counts_for_the_present_essence() {
    assertThat(read("{'success':true,'purpose':'create'}").toOurs(Reason.CREATE, "present", NOW))
        .isEqualTo(HandlerRecord.succeeded(Reason.CREATE, "present"));
    assertThat(read("{'failure':true,'retries':1,'message':'no'}").toOurs(Reason.CREATE, "p", NOW))
        .isEqualTo(HandlerRecord.failed(Reason.CREATE, "p", "no"));
  }

  @Test
  void a_handler_that_was_never_called_has_begun_and_made_no_attempt() {
    HandlerRecord ours = read("{'retries':0}").toOurs(Reason.CREATE, "present", NOW);

    assertThat(ours.unfinished()).isTrue();
    assertThat(ours.attempts()).isZero();
    assertThat(ours.started()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-02-14T16:58:25.396364,2020-02-14T16:58:25.396364Z",
    "'2018-12-31T23:59:59,999999',2018-12-31T23:59:59.999999Z",
    "2020-02-14T16:58:25+01:00,2020-02-14T15:58:25Z"
  })
  void times_of_all_versions_are_read(String text, Instant expected) {
    assertThat(read("{'retries':1,'started':'%s'}".formatted(text)).started()).isEqualTo(expected);
  }

  @Test
  void a_time_that_is_none_counts_as_not_said() {
    assertThat(read("{'retries':1,'delayed':'soon'}").delayed()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "", "[1]", "{\"a\":1}", "null", "3"})
  void other_texts_are_no_records(String text) {
    assertThat(KopfRecord.read(text)).isEmpty();
  }
}
