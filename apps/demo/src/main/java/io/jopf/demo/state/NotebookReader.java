package io.jopf.demo.state;

import io.jopf.demo.example.Example;
import io.jopf.demo.state.Notebook.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads JupyterNotebooks. */
final class NotebookReader {

  /** How many objects of which kind a notebook owns, by its documentation. */
  private static final List<Map.Entry<String, Integer>> PARTS =
      List.of(
          Map.entry("ConfigMap", 3),
          Map.entry("Secret", 1),
          Map.entry("Service", 1),
          Map.entry("Ingress", 1),
          Map.entry("Deployment", 1));

  private final Stopwatch stopwatch;

  NotebookReader(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  Notebook notebook(Example example, Observed observed, Duration now) {
    List<Part> parts =
        PARTS.stream()
            .map(
                part ->
                    new Part(part.getKey(), part.getValue(), observed.owned(part.getKey()).size()))
            .toList();
    Object status = observed.status();
    boolean available =
        Fields.list(status, "conditions").stream()
            .anyMatch(
                condition ->
                    Fields.text(condition, "type").filter("Available"::equals).isPresent()
                        && Fields.text(condition, "status").filter("True"::equals).isPresent());
    Notebook notebook =
        new Notebook(
            example.title(),
            parts,
            Fields.text(status, "jupyter", "notebook", "url")
                .map(NotebookReader::withoutToken)
                .orElse(null),
            available,
            now);
    String key = example.kind() + "/" + example.title();
    return notebook.after(
        Objects.requireNonNull(stopwatch.time(key, true, notebook.isComplete(), now)));
  }

  /** The URL is shown, the credential in it is not. */
  private static String withoutToken(String url) {
    return url.replaceFirst("token=.*", "token=...");
  }
}
