package io.jopf.demo.view;

import io.jopf.demo.state.Notebook;
import io.jopf.demo.state.Phase;
import io.jopf.demo.state.Snapshot;
import io.jopf.demo.state.Template;
import io.jopf.demo.state.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the difference between two snapshots in words, a line for each thing that changed. */
final class Transitions {

  private Transitions() {}

  static List<String> between(Snapshot before, Snapshot after) {
    Map<String, String> old = facts(before);
    return facts(after).entrySet().stream()
        .filter(fact -> !fact.getValue().equals(old.getOrDefault(fact.getKey(), "")))
        .map(fact -> fact.getKey() + " " + fact.getValue())
        .toList();
  }

  private static Map<String, String> facts(Snapshot snapshot) {
    Map<String, String> facts = new LinkedHashMap<>();
    snapshot.works().forEach(work -> work(work, facts));
    snapshot.templates().forEach(template -> template(template, facts));
    snapshot.notebooks().forEach(notebook -> notebook(notebook, facts));
    return facts;
  }

  private static void work(Work work, Map<String, String> facts) {
    if (!work.state().isEmpty()) {
      work.steps().stream()
          .filter(step -> step.phase() != Phase.WAITING)
          .forEach(step -> facts.put(work.title() + " " + step.name(), step.phase().text()));
      facts.put(work.title(), work.state());
    }
  }

  private static void template(Template template, Map<String, String> facts) {
    if (!template.users().isEmpty()) {
      facts.put(template.title(), "used by " + String.join(", ", template.users()));
    }
  }

  private static void notebook(Notebook notebook, Map<String, String> facts) {
    for (Notebook.Part part : notebook.parts()) {
      if (part.present() > 0) {
        facts.put(notebook.title() + " " + part.kind(), part.present() + "/" + part.expected());
      }
    }
    if (notebook.url() != null) {
      facts.put(notebook.title() + " url", notebook.url());
    }
    if (notebook.available()) {
      facts.put(notebook.title(), "Available");
    }
  }
}
