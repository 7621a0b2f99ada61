package io.jopf.jobflow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected here is what kubectl makes of the same text. */
class DocumentsTest {

  private static Document read(String text) {
    List<Finding> findings = new ArrayList<>();
    List<Document> documents = Documents.of("f.yaml", text, findings::add);
    assertThat(findings).isEmpty();
    return documents.get(0);
  }

  private static List<String> faults(String text) {
    List<Finding> findings = new ArrayList<>();
    Documents.of("f.yaml", text, findings::add);
    return findings.stream().map(Finding::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          y, n, Y, N              | [true,false,true,false]
          yes, No, ON, off, TRUE  | [true,false,true,false,true]
          tRue, yES, "yes", 'n'   | ["tRue","yES","yes","n"]
          !!str yes, !!int "5"    | ["yes",5]
          !!bool yes, !!float 1   | [true,1]
          ~, Null, null, NULL, '' | [null,null,null,null,""]
          0644, -017, 0_7, 0o17   | [420,-15,7,15]
          0x1F, 0x_f, 0b101       | [31,15,5]
          -0b11, +5, 1_000, _1    | [-3,5,1000,"_1"]
          08, 09.5, .5, +.5, 1.   | [8,9.5,0.5,0.5,1]
          1e3, 1.0, 1.5, 1:30     | [1000,1,1.5,"1:30"]
          2026-01-01, 1.2.3, .5_0 | ["2026-01-01","1.2.3",".5_0"]
          9223372036854775808     | [9223372036854775808]
          1e400, ., +             | ["1e400",".","+"]
          """)
  void values_are_what_kubectl_reads(String list, String json) {
    assertThat(read("v: [" + list + "]").tree().path("v")).hasToString(json);
  }

  @Test
  void keys_become_texts_as_kubectl_writes_them() {
    assertThat(read("{y: 1, off: 2, 0644: 3, 1.5: 4, 'no': 5}").tree())
        .hasToString(
            """
            {"true":1,"false":2,"420":3,"1.5":4,"no":5}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {<<: *b, a: 9}               | {"a":9,"c":2}
          {a: 9, <<: *b}               | {"a":1,"c":2}
          {<<: [{a: 5}, {a: 6, d: 7}]} | {"a":5,"d":7}
          {<<: {<<: *b, d: 3}, e: 4}   | {"a":1,"c":2,"d":3,"e":4}
          {"<<": 1}                    | {"<<":1}
          """)
  void fields_are_merged(String mapping, String json) {
    JsonNode tree = read("base: &b {a: 1, c: 2}\nm: " + mapping).tree();

    assertThat(tree.path("m")).hasToString(json);
  }

  @Test
  void what_is_merged_or_an_alias_stands_where_its_anchor_is() {
    Document document =
        read("base: &b\n  a: {x: 1}\n  c: [2]\nm:\n  <<: *b\n  d: *b\n  c: [3]\nz: 1\n");

    assertThat(document.at("m.a.x")).isEqualTo(new Position(2, 10));
    assertThat(document.atKey("m.a")).isEqualTo(new Position(2, 3));
    assertThat(document.at("m.d.c[0]")).isEqualTo(new Position(3, 7));
    assertThat(document.at("m.c[0]")).isEqualTo(new Position(7, 7));
    assertThat(document.at("m")).isEqualTo(new Position(5, 3));
    assertThat(document.atKey("z")).isEqualTo(new Position(8, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", "-.INF", ".nan", "!!int x", "!!bool maybe"})
  void what_json_cannot_say_is_told(String value) {
    String text = value.replaceFirst("!!\\w+ ", "");

    assertThat(faults("a: 1\nv: " + value))
        .containsExactly("f.yaml:2:4: error: no YAML: JSON has no such value: " + text);
  }

  @Test
  void a_merge_of_no_mapping_is_told() {
    assertThat(faults("a: 1\n<<: [1]"))
        .containsExactly("f.yaml:2:6: error: no YAML: << takes a mapping or a list of them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&a [*a, *a]", "&a {<<: *a}", "&a {x: *a, <<: *a}"})
  void what_holds_itself_is_told(String value) {
    assertThat(faults("v: " + value))
        .containsExactly("f.yaml:1:4: error: no YAML: nested too deeply");
  }

  @Test
  void aliases_may_be_many_but_not_beyond_measure() {
    String many = "a: &a {x: 1}\nv: [" + "*a, ".repeat(1000) + "]";
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
    }

    assertThat(read(many).tree().path("v")).hasSize(1000);
    assertThat(faults(bomb.toString())).hasSize(1).first().asString().contains("too many values");
  }

  @Test
  void a_field_that_is_there_twice_is_told_though_one_may_come_from_a_merge() {
    assertThat(faults("a: 1\nb: 2\na: 3"))
        .containsExactly("f.yaml:3:1: error: no YAML: a is there twice");
    assertThat(faults("m: &m {a: 1}\nz: {<<: *m, a: 2}")).isEmpty();
  }
}
