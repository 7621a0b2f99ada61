package io.jopf.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentationTest {

  private static final String CHAPTER = "## What differs on purpose";
  private static final String PROVEN = "| **";

  /** The first cells of the chapter's rows that a scenario proves, which are set in bold. */
  private static List<String> titlesOnThePage() throws IOException {
    String page = Files.readString(KopfInstallation.module("../../docs/coming-from-kopf.md"));
    String chapter = page.substring(page.indexOf(CHAPTER) + CHAPTER.length());
    return chapter
        .lines()
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith(PROVEN))
        .map(line -> line.substring(PROVEN.length(), line.indexOf("**", PROVEN.length())))
        .toList();
  }

  @Test
  void the_page_lists_the_differences_that_the_scenarios_declare_and_no_others()
      throws IOException {
    assertThat(titlesOnThePage())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Difference.values()).map(Difference::title).toList());
  }

  @Test
  void the_operator_that_the_page_ports_is_the_one_that_runs_here() throws IOException {
    String page = Files.readString(KopfInstallation.module("../../docs/coming-from-kopf.md"));
    String java = "src/test/java/io/jopf/differential/";

    assertThat(page)
        .contains(after("@kopf.on.create", "src/test/python/buckets.py"))
        .contains(after("@Group", java + "Bucket.java"))
        .contains(after("@Handlers", java + "BucketHandlers.java"));
  }

  /** The rest of a file, from a text on. */
  private static String after(String text, String file) throws IOException {
    String all = Files.readString(KopfInstallation.module(file));
    return all.substring(all.indexOf(text));
  }

  @Test
  void every_difference_is_shown_by_a_scenario() {
    Set<Difference> shown =
        Scenarios.all().stream()
            .flatMap(scenario -> scenario.differences().stream())
            .map(Scenario.Declared::why)
            .collect(Collectors.toSet());

    assertThat(shown).containsExactlyInAnyOrder(Difference.values());
  }
}
