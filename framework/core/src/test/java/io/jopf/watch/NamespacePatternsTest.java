package io.jopf.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespacePatternsTest {

  private static NamespacePatterns patterns(String... texts) {
    return new NamespacePatterns(List.of(texts));
  }

  @ParameterizedTest
  @CsvSource({
    // the last that matches decides
    "team-* !team-x, team-a, true",
    "team-* !team-x, team-x, false",
    "team-* !team-* team-x, team-x, true",
    "team-* !team-* team-x, team-a, false",
    "team-*, other, false",
    // the first says what holds where none matches
    "!kube-*, team-a, true",
    "!kube-*, kube-system, false",
    "!kube-* kube-public, kube-public, true",
    "prod !prod, prod, false",
    "team-?, team-1, true",
    "team-?, team-12, false",
    "a-b, a-b, true",
    "a-b, aab, false",
  })
  void the_last_match_wins_and_the_first_pattern_says_where_to_begin(
      String texts, String namespace, boolean served) {
    assertThat(patterns(texts.split(" ")).matches(namespace)).isEqualTo(served);
  }

  @Test
  void without_patterns_every_namespace_is_served() {
    assertThat(patterns().isAll()).isTrue();
    assertThat(patterns("*").isAll()).isTrue();
    assertThat(patterns("a").isAll()).isFalse();
  }

  @Test
  void names_can_be_served_without_knowing_which_namespaces_there_are() {
    assertThat(patterns("a", "b").areNames()).isTrue();
    assertThat(patterns("a", "b-*").areNames()).isFalse();
    assertThat(patterns("a", "b-*", "c", "!c").names()).containsExactly("a");
  }

  @Test
  void what_can_be_no_namespace_is_refused_with_its_text() {
    assertThatThrownBy(() -> patterns("ok", "Not Ok"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'Not Ok' is no pattern for namespaces");
    assertThatThrownBy(() -> patterns("!")).isInstanceOf(IllegalArgumentException.class);
  }
}
