package io.jopf.jobflow.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant CREATED = Instant.parse("2026-01-01T08:00:30Z");
  private static final Considered FRESH = new Considered(CREATED, null, null);

  private static Instant at(String time) {
    return Instant.parse("2026-01-01T" + time + "Z");
  }

  private static Timetable look(
      Overlap overlap, @Nullable Integer deadline, Considered known, boolean active, String now) {
    try {
      Schedule schedule = Schedule.of(List.of("*/10 * * * *"), null);
      Duration late = deadline == null ? null : Duration.ofSeconds(deadline);
      return Timetable.of(schedule, overlap, late, known, active, at(now));
    } catch (ScheduleException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothing_is_due_before_the_first_time_after_the_creation() {
    Timetable decided = look(Overlap.ALLOW, null, FRESH, false, "08:09:59");

    assertThat(decided.due()).isNull();
    assertThat(decided.again()).isEqualTo(at("08:10:00"));
    assertThat(decided.considered()).isEqualTo(FRESH);
  }

  @Test
  void a_time_is_started_once() {
    Timetable first = look(Overlap.ALLOW, null, FRESH, false, "08:10:00");
    Timetable second = look(Overlap.ALLOW, null, first.considered(), true, "08:10:01");

    assertThat(first.due()).isEqualTo(at("08:10:00"));
    assertThat(second.due()).isNull();
    assertThat(second.again()).isEqualTo(at("08:20:00"));
  }

  @Test
  void of_several_missed_times_only_the_last_is_made_up_for() {
    assertThat(look(Overlap.ALLOW, null, FRESH, false, "09:47:00").due()).isEqualTo(at("09:40:00"));
  }

  @Test
  void what_would_start_too_late_is_passed_over_and_told_once() {
    Timetable late = look(Overlap.ALLOW, 60, FRESH, false, "08:11:01");
    Timetable later = look(Overlap.ALLOW, 60, late.considered(), false, "08:12:00");

    assertThat(late.due()).isNull();
    assertThat(late.missed()).isEqualTo(at("08:10:00"));
    assertThat(later.missed()).isNull();
    assertThat(look(Overlap.ALLOW, 60, FRESH, false, "08:11:00").due()).isEqualTo(at("08:10:00"));
  }

  @Test
  void a_forbidden_run_waits_for_the_one_that_goes_on() {
    Timetable waiting = look(Overlap.FORBID, null, FRESH, true, "08:10:00");
    Timetable free = look(Overlap.FORBID, null, waiting.considered(), false, "08:13:00");

    assertThat(waiting.due()).isNull();
    assertThat(waiting.waiting()).isEqualTo(at("08:10:00"));
    assertThat(free.due()).isEqualTo(at("08:10:00"));
  }

  @Test
  void a_forbidden_run_waits_no_longer_than_it_may_be_late() {
    Timetable waiting = look(Overlap.FORBID, 60, FRESH, true, "08:10:00");

    assertThat(waiting.again()).isEqualTo(at("08:11:01"));
    assertThat(waiting.next()).isEqualTo(at("08:20:00"));
    assertThat(look(Overlap.FORBID, 60, waiting.considered(), true, "08:11:01").missed())
        .isEqualTo(at("08:10:00"));
  }

  @Test
  void a_run_takes_the_place_of_another_only_where_that_is_wanted() {
    assertThat(look(Overlap.REPLACE, null, FRESH, true, "08:10:00").replaces()).isTrue();
    assertThat(look(Overlap.REPLACE, null, FRESH, false, "08:10:00").replaces()).isFalse();
    assertThat(look(Overlap.ALLOW, null, FRESH, true, "08:10:00").replaces()).isFalse();
  }

  @Test
  void the_oldest_runs_go_of_those_that_ended_in_the_same_way() {
    List<Run> runs =
        List.of(
            run("a", "08:00:00", Run.Phase.SUCCEEDED),
            run("b", "08:10:00", Run.Phase.FAILED),
            run("c", "08:20:00", Run.Phase.SUCCEEDED),
            run("d", "08:30:00", Run.Phase.ACTIVE),
            run("e", "08:40:00", Run.Phase.FAILED));

    assertThat(History.beyond(runs, 1, 1)).extracting(Run::name).containsExactly("a", "b");
    assertThat(History.beyond(runs, 3, 3)).isEmpty();
    assertThat(History.beyond(runs, 0, 0)).hasSize(4);
  }

  private static Run run(String name, String due, Run.Phase phase) {
    return new Run(name, at(due), phase, phase == Run.Phase.ACTIVE ? null : at("09:00:00"));
  }
}
