package io.jopf.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata.name=one | true",
        "metadata.name==one | true",
        "metadata.name=two | false",
        "metadata.name!=two | true",
        "metadata.name!=one | false",
        "metadata.name=one,spec.size=3 | true",
        "metadata.name=one, spec.size=4 | false",
        "spec.node= | true",
        "spec.node!= | false"
      })
  void fields_are_selected_as_the_server_does(String selector, boolean matches) {
    assertThat(FieldSelector.mistake(selector)).isEmpty();
    assertThat(
            FieldSelector.parse(selector)
                .matches(Filters.json("{'metadata': {'name': 'one'}, 'spec': {'size': 3}}")))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "=x", "a in (b)", "a=b=c", "a=b,", "!a"})
  void what_the_server_refuses_is_refused(String selector) {
    assertThat(FieldSelector.mistake(selector))
        .hasValueSatisfying(mistake -> assertThat(mistake).contains("is not a part of a field"));
  }
}
