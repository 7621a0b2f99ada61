package io.jopf.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.HandlerRecord;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Specs;
import io.jopf.takeover.KopfSettings.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KopfPartsTest {

  private static final HandlerSpec PARENT = Specs.handler("parentFn", Reason.CREATE);
  private static final HandlerSpec BUILD = Specs.handler("buildIt", Reason.CREATE);

  private static Inheritance take(ObjectNode object, HandlerSpec handler, String... told) {
    KopfSettings usual = KopfSettings.of(Mode.ADOPT);
    KopfSettings settings =
        new KopfSettings(Mode.ADOPT, usual.prefixes(), usual.finalizer(), List.of(told), List.of());
    return Taking.take(settings, object, handler);
  }

  @Test
  void parts_go_on_where_they_stopped_or_stay_done() {
    ObjectNode object = Written.by("creating");

    Map<String, HandlerRecord> subs = take(object, PARENT).state().subs();

    String present = take(object, PARENT).state().origin();
    assertThat(subs).containsOnlyKeys("parentFn/one", "parentFn/two");
    assertThat(subs.get("parentFn/one"))
        .isEqualTo(HandlerRecord.succeeded(Reason.CREATE, String.valueOf(present)));
    assertThat(subs.get("parentFn/two"))
        .returns(1, HandlerRecord::attempts)
        .returns(Instant.parse("2026-11-21T13:47:10.206501Z"), HandlerRecord::started)
        .returns(Instant.parse("2026-11-21T14:37:10.248868Z"), HandlerRecord::notBefore);
  }

  @Test
  void looks_at_unfinished_parts_are_no_attempts_of_the_handler() {
    Inheritance taken = take(Written.by("creating"), PARENT);

    assertThat(taken.state().handlers().get("parentFn"))
        .returns(0, HandlerRecord::attempts)
        .returns(Instant.parse("2026-11-21T13:47:10.144810Z"), HandlerRecord::started);
    assertThat(taken.lost()).doesNotContain("parent_fn", "parent_fn.one", "parent_fn.two");
  }

  @Test
  void parts_of_any_depth_are_found_by_their_names_in_either_spelling() {
    Map<String, HandlerRecord> subs = take(Written.by("parts"), BUILD).state().subs();

    assertThat(subs.keySet())
        .contains(
            "buildIt/layFloor",
            "buildIt/lay_floor",
            "buildIt/raiseWalls",
            "buildIt/attic",
            "buildIt/0.5-room",
            "buildIt/inside",
            "buildIt/inside/paint",
            "buildIt/inside/dryIt");
    assertThat(subs.get("buildIt/layFloor")).returns(false, HandlerRecord::unfinished);
    assertThat(subs.get("buildIt/raiseWalls")).returns(2, HandlerRecord::attempts);
    assertThat(subs.get("buildIt/inside")).returns(0, HandlerRecord::attempts);
    assertThat(subs.get("buildIt/inside/dryIt")).returns(1, HandlerRecord::attempts);
  }

  @Test
  void a_part_that_can_have_no_such_name_here_is_told_by_the_setting_or_named_as_lost() {
    ObjectNode object = Written.by("parts");

    assertThat(take(object, BUILD).lost()).containsExactly("build_it/_check");

    Inheritance told = take(object, BUILD, "build_it/_check=buildIt/check");
    assertThat(told.state().subs()).containsKey("buildIt/check");
    assertThat(told.lost()).isEmpty();
  }

  @Test
  void the_setting_may_speak_of_parts() {
    KopfSettings settings =
        new KopfSettings(Mode.ADOPT, List.of(), "", List.of("a/b=buildIt/check"), null);

    assertThatCode(() -> KopfTakeover.check(settings, Set.of("buildIt")))
        .doesNotThrowAnyException();
  }
}
