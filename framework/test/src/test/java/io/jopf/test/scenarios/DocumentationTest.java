package io.jopf.test.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {

  private static final Path ROOT = Path.of(System.getProperty("jopf.root", "../.."));
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static String withoutIndentation(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static String testsOfThisModule() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("framework/test/src/test/java"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        all.append(withoutIndentation(Files.readString(file))).append('\n');
      }
      return all.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"testing.md", "admission.md"})
  void what_the_page_shows_is_what_runs_here(String name) throws IOException {
    String page = Files.readString(ROOT.resolve("docs").resolve(name));
    List<String> snippets =
        SNIPPET.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();

    String tests = testsOfThisModule();

    assertThat(snippets)
        .isNotEmpty()
        .allSatisfy(snippet -> assertThat(tests).contains(withoutIndentation(snippet)));
  }
}
