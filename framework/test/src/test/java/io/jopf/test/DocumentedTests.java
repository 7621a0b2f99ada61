package io.jopf.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tests that a page of documentation names, each in backquotes as {@code Class.method} or, of
 * those in Python, {@code test_file.test_function}, and whether they exist: as tests in the sources
 * of any module.
 */
public final class DocumentedTests {

  private static final Path ROOT = Path.of(System.getProperty("jopf.root", "../.."));
  private static final Pattern NAMED =
      Pattern.compile("`(\\w*Test|\\w*IT|\\w*Tests|test_\\w+)\\.(\\w+)`");
  private static final Pattern PYTHON_TEST = Pattern.compile("(?m)^def (test_\\w+)\\(");
  private static final Pattern TEST =
      Pattern.compile(
          "@(?:Test|Example|Property|ParameterizedTest|RepeatedTest)\\b"
              + "[^;]*?\\b(?:void|boolean)\\s+(\\w+)\\(");

  private DocumentedTests() {}

  /**
   * The tests that a page names, in its order.
   *
   * @param page such as {@code docs/reliability.md}
   */
  public static List<String> namedBy(String page) throws IOException {
    return NAMED
        .matcher(Files.readString(ROOT.resolve(page)))
        .results()
        .map((MatchResult found) -> found.group(1) + "." + found.group(2))
        .toList();
  }

  /** Every test of the repository, as in {@code CreationTest.a_create_handler_runs_once}. */
  public static Set<String> existing() throws IOException {
    Set<String> tests = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(DocumentedTests::isTestSource).toList()) {
        String name = file.getFileName().toString();
        Pattern test = name.endsWith(".py") ? PYTHON_TEST : TEST;
        test.matcher(Files.readString(file))
            .results()
            .forEach(found -> tests.add(name.replaceAll("\\..*", ".") + found.group(1)));
      }
    }
    return tests;
  }

  private static boolean isTestSource(Path file) {
    String path = ROOT.relativize(file).toString().replace('\\', '/');
    return (path.endsWith(".java") && path.contains("src/test/java/"))
        || path.matches("hack/.*/test_\\w+\\.py");
  }
}
