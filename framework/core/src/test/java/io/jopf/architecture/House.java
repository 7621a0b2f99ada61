package io.jopf.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Small houses, built for a test to see whether a rule notices what is wrong with them. */
final class House {

  static final String ROOT = "house";

  private House() {}

  /**
   * Builds one.
   *
   * @param rooms body of the one class, {@code A}, of each room; every other room has an empty one
   */
  static JavaClasses with(Path folder, Map<String, String> rooms) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String room : ROOMS) {
      String body = rooms.getOrDefault(room, "");
      String name = ROOT + (room.isEmpty() ? "" : "." + room);
      sources.add(new Source(name + ".A", "package " + name + "; public class A { " + body + " }"));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
    if (!compiler.getTask(null, null, null, options, null, sources).call()) {
      throw new IllegalArgumentException("does not compile: " + rooms);
    }
    return new ClassFileImporter().importPath(folder);
  }

  private static final List<String> ROOMS =
      List.of(
          "",
          "annotation",
          "watch",
          "queue",
          "cause",
          "filter",
          "handler",
          "handler.check",
          "handler.scan",
          "invoke",
          "state",
          "patch",
          "json",
          "time",
          "client",
          "conditions",
          "children",
          "event",
          "activity",
          "memo",
          "intake",
          "index",
          "daemon",
          "operator");

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
