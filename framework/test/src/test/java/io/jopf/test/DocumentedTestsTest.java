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
      List.of(
          "docs/reliability.md",
          "docs/behaviours.md",
          "docs/jobflow-behaviours.md",
          "docs/jupyter-behaviours.md");

  private static final int BEHAVIOURS = 86;
  private static final int JUPYTER_CHECKS = 72;

  @Test
  void tests_are_found_in_the_sources_of_all_modules() throws IOException {
    assertThat(DocumentedTests.existing())
        .contains(
            "DocumentedTestsTest.tests_are_found_in_the_sources_of_all_modules",
            "WorkQueueTest.adds_while_a_key_is_out_bring_it_back_once",
            "CreationTest.a_create_handler_runs_once_and_its_result_is_in_the_status",
            "test_access.test_by_host_and_key")
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
    assertThat(testsByNumber("docs/behaviours.md"))
        .containsOnlyKeys(IntStream.rangeClosed(1, BEHAVIOURS).boxed().toList())
        .allSatisfy(
            (number, names) -> assertThat(names).as("behaviour %d", number).startsWith("`"));
  }

  @Test
  void every_check_of_the_jupyter_operator_has_its_tests_or_says_that_it_has_none()
      throws IOException {
    assertThat(testsByNumber("docs/jupyter-behaviours.md"))
        .containsOnlyKeys(IntStream.rangeClosed(1, JUPYTER_CHECKS).boxed().toList())
        .allSatisfy(
            (number, names) ->
                assertThat(names).as("check %d", number).matches("`.*|not proven.*"));
  }

  private static Map<Integer, String> testsByNumber(String page) throws IOException {
    Pattern row = Pattern.compile("\\| (\\d+) \\|.*\\| (.*) \\|");
    return Files.readAllLines(Path.of(System.getProperty("jopf.root", "../..")).resolve(page))
        .stream()
        .map(row::matcher)
        .filter(Matcher::matches)
        .collect(Collectors.toMap(found -> Integer.valueOf(found.group(1)), m -> m.group(2)));
  }
}
