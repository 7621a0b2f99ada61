package io.jopf.filter;

import static io.jopf.filter.Filters.candidate;
import static io.jopf.filter.Filters.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

  private static final Candidate BARE = candidate("{'kind': 'ConfigMap'}");
  private static final Candidate WEB =
      candidate(
          "{'metadata': {'labels': {'app': 'web', 'tier': ''}, 'annotations': {'a/b': 'x'}},"
              + " 'data': {'colour': 'red', 'size': 3, 'on': true, 'none': null, 'list': []}}");

  @Test
  void nothing_said_matches_everything() {
    assertThat(Filter.NONE.matches(BARE)).isTrue();
    assertThat(Filter.NONE.matchesChange(WEB, json(null), json("1"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app=web | true",
        "app=db | false",
        "app==web | true",
        "app!=db | true",
        "other!=db | true",
        "app | true",
        "tier | true",
        "tier= | true",
        "!tier | false",
        "!legacy | true",
        "legacy | false",
        "app in (web, db) | true",
        "app in (db, mail) | false",
        "app notin (db, mail) | true",
        "legacy notin (db) | true",
        "legacy in (db) | false",
        "app=web,!legacy | true",
        "app=web,legacy | false"
      })
  void labels_are_selected_as_the_server_does(String selector, boolean matches) {
    assertThat(Filters.labels(selector).matches(WEB)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"cores>4,5,true", "cores>4,4,false", "cores<4,3,true", "cores<4,many,false"})
  void numbers_are_compared_as_numbers(String selector, String cores, boolean matches) {
    Candidate node = candidate("{'metadata': {'labels': {'cores': '" + cores + "'}}}");
    assertThat(Filters.labels(selector).matches(node)).isEqualTo(matches);
    assertThat(Filters.labels(selector).matches(BARE)).isFalse();
  }

  @Test
  void annotations_have_the_same_selectors() {
    assertThat(Filters.annotations("a/b=x").matches(WEB)).isTrue();
    assertThat(Filters.annotations("a/b").matches(BARE)).isFalse();
    assertThat(Filters.annotations("!a/b").matches(BARE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "data.colour, red, true",
    "data.colour, blue, false",
    "data.size, 3, true",
    "data.on, true, true",
    "data.list, [], false",
    "data.list, <present>, true",
    "data.none, <present>, false",
    "data.none, <absent>, true",
    "data.other, <absent>, true",
    "data.colour, <absent>, false",
    "data.colour.shade, <absent>, true"
  })
  void a_field_has_the_value_or_not(String field, String value, boolean matches) {
    assertThat(Filters.value(field, value).matches(WEB)).isEqualTo(matches);
  }

  @Test
  void a_field_without_a_value_has_to_be_there() {
    assertThat(Filters.value("data.colour", "").matches(WEB)).isTrue();
    assertThat(Filters.value("data.none", "").matches(WEB)).isFalse();
    assertThat(Filters.value("data.colour", "").matches(BARE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "red | red | blue | true",
        "red | blue | red | true",
        "red | blue | green | false",
        "red | - | red | true",
        "red | red | - | true",
        "<present> | - | red | true",
        "<absent> | red | blue | false",
        "<absent> | red | - | true"
      })
  void a_change_has_the_value_on_either_side(
      String value, @Nullable String before, @Nullable String after, boolean matches) {
    Filter filter = Filters.value("data.colour", value);

    assertThat(filter.matchesChange(WEB, node(before), node(after))).isEqualTo(matches);
    assertThat(filter.concerns(WEB, node(before), node(after))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "red | | red | blue | true",
        "red | | blue | red | false",
        "| red | blue | red | true",
        "| red | red | blue | false",
        "red | blue | red | blue | true",
        "red | blue | red | green | false",
        "<absent> | <present> | - | red | true",
        "<absent> | <present> | red | blue | false",
        "<present> | <absent> | red | - | true",
        "<present> | <present> | red | blue | true",
        "<present> | <present> | - | blue | false"
      })
  void a_change_is_from_one_value_to_another(
      @Nullable String oldValue,
      @Nullable String newValue,
      @Nullable String before,
      @Nullable String after,
      boolean matches) {
    Filter filter = Filters.change("data.colour", text(oldValue), text(newValue));

    assertThat(filter.matchesChange(WEB, node(before), node(after))).isEqualTo(matches);
    assertThat(filter.concerns(WEB, node(before), node(after))).isTrue();
  }

  @Test
  void a_predicate_is_asked_last_and_once_for_a_candidate() {
    AtomicInteger asked = new AtomicInteger();
    Filter filter =
        Filters.when(
            "app=web",
            map -> {
              asked.incrementAndGet();
              return "red".equals(map.getData().get("colour"));
            });
    Candidate red =
        candidate("{'metadata': {'labels': {'app': 'web'}}, 'data': {'colour': 'red'}}");

    assertThat(filter.matches(BARE)).isFalse();
    assertThat(asked).hasValue(0);

    assertThat(filter.matches(red)).isTrue();
    assertThat(filter.matchesChange(red, json(null), json("1"))).isTrue();
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_predicate_says_no() {
    assertThat(Filters.when("", map -> false).matches(BARE)).isFalse();
    assertThat(Filters.when("", map -> false).matchesChange(BARE, json("1"), json("2"))).isFalse();
  }

  @Test
  void a_selector_that_cannot_be_read_is_named() {
    assertThatThrownBy(() -> Filters.labels("a=b=c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'a=b=c' is not a part of a label selector");
  }

  private static JsonNode node(@Nullable String text) {
    return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
