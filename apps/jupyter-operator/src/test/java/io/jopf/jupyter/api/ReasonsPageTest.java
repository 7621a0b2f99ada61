package io.jopf.jupyter.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.Samples;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsPageTest {

  private static final Path SOURCES = Path.of("src/main/java/io/jopf/jupyter");

  /** A verdict, problem, obstacle or event whose reason is no constant. */
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(Verdict\\.(yes|no|unknown)|new (Problem|Obstacle)|events\\.(normal|warning))"
              + "\\(\\s*\"");

  @Test
  void every_reason_is_explained_to_administrators() throws IOException, IllegalAccessException {
    String page = Files.readString(Samples.root().resolve("docs/jupyter-administration.md"));
    List<String> missing = new ArrayList<>();
    for (Field reason : Reasons.class.getFields()) {
      String word = (String) reason.get(null);
      if (!page.contains("`" + word + "`")) {
        missing.add(word);
      }
    }
    assertThat(Reasons.class.getFields()).hasSizeGreaterThan(20);
    assertThat(missing).isEmpty();
  }

  @Test
  void no_reason_is_given_that_is_not_among_them() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(UNKNOWN.matcher(Files.readString(file)).results().map(found -> found.group()))
            .as("%s: reasons belong into Reasons", file)
            .isEmpty();
      }
    }
  }
}
