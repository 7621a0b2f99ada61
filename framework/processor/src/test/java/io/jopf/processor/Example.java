package io.jopf.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.micronaut.annotation.processing.AggregatingTypeElementVisitorProcessor;
import io.micronaut.annotation.processing.BeanDefinitionInjectProcessor;
import io.micronaut.annotation.processing.PackageElementVisitorProcessor;
import io.micronaut.annotation.processing.TypeElementVisitorProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A source file whose comments foretell the errors: {@code // error: ...} above the line. */
record Example(Path file) {

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final String MARK = "// error: ";

  /** An error at a line. */
  record Mistake(long line, String message) {}

  static Stream<Example> in(String folder) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.sorted().map(Example::new).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Mistake> foretold() {
    List<Mistake> all = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    List<String> lines = read().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith(MARK)) {
        waiting.add(line.substring(MARK.length()));
      } else {
        for (String message : waiting) {
          all.add(new Mistake(i + 1, message));
        }
        waiting.clear();
      }
    }
    return all;
  }

  Compilation compile() {
    JavaFileObject source = JavaFileObjects.forSourceString("example." + name(), read());
    return Compiler.javac()
        .withOptions("-Xlint:all,-processing,-classfile", "-parameters")
        .withProcessors(
            new PackageElementVisitorProcessor(),
            new TypeElementVisitorProcessor(),
            new AggregatingTypeElementVisitorProcessor(),
            new BeanDefinitionInjectProcessor())
        .compile(source);
  }

  static List<Mistake> mistakes(Compilation compilation) {
    return compilation.errors().stream()
        .map((Diagnostic<?> error) -> new Mistake(error.getLineNumber(), error.getMessage(null)))
        .toList();
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return file.getFileName().toString().replace(".java", "");
  }

  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
