package io.jopf.demo.state;

import io.jopf.demo.example.Example;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads JobTemplates. */
final class TemplateReader {

  private TemplateReader() {}

  static Template template(Example template, Observed observed, List<Example> examples) {
    SortedSet<String> expected = new TreeSet<>();
    for (Example flow : examples) {
      for (Object step : Fields.list(flow.spec(), "flows")) {
        if (Fields.text(step, "jobTemplateRef").filter(template.name()::equals).isPresent()) {
          expected.add(flow.name() + "-" + Fields.text(step, "name").orElse(""));
        }
      }
    }
    SortedSet<String> users = new TreeSet<>(Fields.texts(observed.status(), "dependencyList"));
    return new Template(template.title(), users, expected);
  }
}
