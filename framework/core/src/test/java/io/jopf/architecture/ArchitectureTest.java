package io.jopf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final Rules RULES = new Rules("io.jopf");
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.jopf");
  private static final JavaClasses WITH_TESTS = new ClassFileImporter().importPackages("io.jopf");

  static Stream<ArchRule> way() {
    return IntStream.range(0, Rules.WAY.size() - 1).mapToObj(RULES::wayRunsOneDirection);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "watch",
        "queue",
        "cause",
        "filter",
        "handler",
        "invoke",
        "state",
        "patch",
        "json",
        "time",
        "client",
        "conditions",
        "children",
        "admission",
        "event",
        "leader",
        "activity",
        "memo",
        "intake",
        "index",
        "daemon",
        "operator",
        "takeover"
      })
  void every_room_that_the_rules_speak_of_is_there(String room) {
    assertThat(PRODUCT.stream().map(type -> type.getPackageName()).distinct())
        .contains("io.jopf." + room);
  }

  @ParameterizedTest
  @MethodSource("way")
  void the_way_of_an_object_runs_in_one_direction(ArchRule rule) {
    rule.check(PRODUCT);
  }

  @Test
  void the_way_does_not_know_what_stands_beside_it() {
    RULES.wayKnowsNothingBesideIt().check(PRODUCT);
  }

  @Test
  void handlers_their_rules_and_who_reads_them_know_each_other_one_way() {
    RULES.handlersDoNotKnowWhoReadsThem().check(PRODUCT);
    RULES.rulesDoNotKnowWhoReadsHandlers().check(PRODUCT);
  }

  static List<String> siblings() {
    return Rules.SIBLINGS;
  }

  @ParameterizedTest
  @MethodSource("siblings")
  void memos_indices_timers_and_activities_do_not_know_each_other(String sibling) {
    RULES.standsAlone(sibling).check(PRODUCT);
  }

  @Test
  void json_time_and_client_do_not_know_the_rooms_that_they_carry() {
    RULES.groundKnowsNoRooms().check(PRODUCT);
  }

  @Test
  void annotations_and_argument_types_import_no_room() {
    RULES.publicTypesKnowNoRooms().check(PRODUCT);
  }

  @Test
  void decisions_know_no_client() {
    RULES.pureRoomsKnowNoClient().check(PRODUCT);
  }

  @Test
  void only_the_connected_rooms_use_the_client() {
    RULES.clientStaysWithTheConnectedRooms().check(PRODUCT);
    RULES.clientsExceptionStaysWithWhoClassifiesIt().check(PRODUCT);
  }

  @Test
  void the_clock_is_read_in_one_place() {
    RULES.clockIsReadInOnePlace().check(PRODUCT);
    RULES.delaysAreMadeInOnePlace().check(PRODUCT);
  }

  @Test
  void no_packages_depend_on_each_other_in_a_circle() {
    RULES.noCycles().check(PRODUCT);
  }

  @Test
  void nobody_sleeps_not_even_a_test() {
    Rules.nobodySleeps().check(WITH_TESTS);
  }
}
