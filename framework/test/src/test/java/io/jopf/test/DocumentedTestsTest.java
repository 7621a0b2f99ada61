package io.jopf.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentedTestsTest {

  /** Pages with tables of promises and the tests that hold them. */
  private static final List<String> PAGES =
      List.of("docs/reliability.md", "docs/behaviours.md", "docs/jobflow-behaviours.md");

  private static final int BEHAVIOURS = 86;

  @Test
  void tests_are_found_in_the_sources_of_all_modules() throws IOException {
    assertThat(DocumentedTests.existing())
        .contains(
            "DocumentedTestsTest.tests_are_found_in_the_sources_of_all_modules",
            "WorkQueueTest.adds_while_a_key_is_out_bring_it_back_once",
            "CreationTest.a_create_handler_runs_once_and_its_result_is_in_the_status")
        .doesNotContain("CreationTest.there_is_no_such_test");
  }

  @Test
  void every_test_that_a_page_names_exists() throws IOException {
    for (String page : PAGES) {
      if (Files.exists(Path.of(System.getProperty("jopf.root", "../..")).resolve(page))) {
        assertThat(DocumentedTests.namedBy(page)).as(page).isNotEmpty();
        assertThat(DocumentedTests.existing())
            .as("tests named by %s", page)
            .containsAll(DocumentedTests.namedBy(page));
      }
    }
  }

  @Test
  void no_behaviour_is_without_a_test() throws IOException {
    Path page = Path.of(System.getProperty("jopf.root", "../..")).resolve("docs/behaviours.md");
    Pattern row = Pattern.compile("\\| (\\d+) \\|.*\\| (.*) \\|");
    Map<Integer, String> tests =
        Files.readAllLines(page).stream()
            .map(row::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toMap(found -> Integer.valueOf(found.group(1)), m -> m.group(2)));

    assertThat(tests)
        .containsOnlyKeys(IntStream.rangeClosed(1, BEHAVIOURS).boxed().toList())
        .allSatisfy(
            (number, names) -> assertThat(names).as("behaviour %d", number).startsWith("`"));
  }
}
