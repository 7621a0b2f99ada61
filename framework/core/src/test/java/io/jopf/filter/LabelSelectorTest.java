package io.jopf.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app",
        "!app",
        " ! app ",
        "app=x",
        "app==x",
        "app = x",
        "app!=x",
        "app=",
        "app,tier=x,!hidden",
        "app in (x)",
        "app in (x, y ,z)",
        "app in(x)",
        "app notin (x,y),tier",
        "app in (,)",
        "cores>4",
        "cores < 10",
        "app.kubernetes.io/managed-by=jopf",
        "example.com/a_b.c-d=E_f.g-h",
        "in=notin"
      })
  void what_the_server_reads_is_accepted(String selector) {
    assertThat(LabelSelector.mistake(selector)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app=a=b",
        "app x",
        "=x",
        "app in x",
        "app in ()",
        "cores<-1",
        "app in (x",
        "app in x)",
        "appin (x)",
        "app=(x)",
        "-app",
        "app-=x",
        "app=-x",
        "app=x y",
        "Example.com/app",
        "a/b/c",
        "/app",
        "cores>many",
        "!app=x",
        "${labels}"
      })
  void what_the_server_refuses_is_refused(String selector) {
    assertThat(LabelSelector.mistake(selector))
        .hasValueSatisfying(mistake -> assertThat(mistake).startsWith("'" + selector + "' is not"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "app,", ",app", "app,,tier", " "})
  void no_part_is_empty(String selector) {
    assertThat(LabelSelector.mistake(selector)).contains("a label selector has no empty parts");
  }

  @Test
  void the_lengths_of_names_are_limited() {
    String longest = "a".repeat(63);
    assertThat(LabelSelector.mistake(longest + "=" + longest)).isEmpty();
    assertThat(LabelSelector.mistake(longest + "a")).isPresent();
    assertThat(LabelSelector.mistake("app=" + longest + "a")).isPresent();
    String prefix = ("a".repeat(49) + ".").repeat(5);
    assertThat(LabelSelector.mistake(prefix + "abc/app")).isEmpty();
    assertThat(LabelSelector.mistake(prefix + "abcd/app")).isPresent();
    assertThat(LabelSelector.mistake(prefix + "abcd/app=x")).isPresent();
  }
}
