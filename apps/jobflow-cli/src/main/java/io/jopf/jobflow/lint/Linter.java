package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.jobflow.api.Api;
import io.jopf.jobflow.api.CronJobFlowSpec;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.api.JobTemplateSpec;
import io.jopf.jobflow.cron.ScheduleException;
import io.jopf.jobflow.cron.SoundSchedule;
import io.jopf.jobflow.node.DaemonJobProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Checks the objects of some files together. Not for several threads, and for one use. */
public final class Linter {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final List<String> FIELDS =
      List.of("apiVersion", "kind", "metadata", "spec", "status");

  private final Schemas schemas = new Schemas();
  private final Templates templates;
  private final List<Document> documents = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<StepJob> jobs = new ArrayList<>();

  /**
   * What was found.
   *
   * @param objects how many objects were checked
   * @param findings sorted by file and position
   * @param jobs what the steps would make, as far as their templates are known
   */
  public record Result(int objects, List<Finding> findings, List<StepJob> jobs) {}

  /**
   * Nothing is read yet.
   *
   * @param elsewhere finds a template by namespace, perhaps empty, and name that is in no file
   */
  public Linter(BiFunction<String, String, Optional<JobTemplateSpec>> elsewhere) {
    templates = new Templates(elsewhere);
  }

  /** Takes the text of a file, whose name is only told. */
  public void read(String file, String text) {
    for (Document document : Documents.of(file, text, findings::add)) {
      String version = document.tree().path("apiVersion").asText();
      if (version.startsWith(Api.GROUP + "/")) {
        documents.add(document);
      }
    }
  }

  /** Checks everything that was read. */
  public Result check() {
    Map<String, Document> names = new HashMap<>();
    for (Document document : documents) {
      if (document.kind().equals("JobTemplate")) {
        templates.add(
            document, FlowCheck.read(document.tree().path("spec"), JobTemplateSpec.class));
      }
      Document first = names.putIfAbsent(document.namespace() + " " + document.object(), document);
      if (first != null && document.tree().path("metadata").has("name")) {
        String message = document.object() + " is also in " + first.file();
        String path = "metadata.name";
        findings.add(document.warning("duplicate", document.at(path), path, message));
      }
    }
    documents.forEach(this::check);
    templates.reportUnused(findings::add);
    findings.sort(Finding.ORDER);
    return new Result(
        documents.size(), List.copyOf(findings.stream().distinct().toList()), List.copyOf(jobs));
  }

  private void check(Document document) {
    if (!isKnown(document)) {
      return;
    }
    int before = findings.size();
    JsonNode spec = document.tree().path("spec");
    if (!spec.isMissingNode()) {
      JsonNode schema = schemas.of(document.kind());
      new SchemaCheck(document, findings::add).check("spec", spec, schema.at("/properties/spec"));
    }
    boolean sound = findings.size() == before;
    switch (document.kind()) {
      case "JobFlow" -> flow(document, "spec", spec);
      case "DaemonJob" -> daemonJob(document, spec, sound);
      case "CronJobFlow" -> schedule(document, spec, sound);
      default -> {}
    }
  }

  private boolean isKnown(Document document) {
    JsonNode tree = document.tree();
    String version = tree.path("apiVersion").asText();
    if (!version.equals(Api.GROUP + "/" + Api.VERSION)) {
      error(document, "apiVersion", "unknown-kind", "the only version is " + Api.VERSION);
    }
    String kind = document.kind();
    if (!Schemas.KINDS.contains(kind)) {
      String hint = Similar.hint(kind, Schemas.KINDS);
      error(document, "kind", "unknown-kind", "there is no kind " + kind + hint);
      return false;
    }
    tree.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                String message = "unknown field " + field + Similar.hint(field, FIELDS);
                findings.add(
                    document.error("unknown-field", document.atKey(field), field, message));
              }
            });
    String name = document.name();
    if (name == null) {
      error(document, "metadata", "required", "metadata.name is required");
    } else if (!NAME.matcher(name).matches() && tree.path("metadata").has("name")) {
      error(document, "metadata.name", "pattern", "metadata.name is '" + name + "', no legal name");
    }
    if (kind.equals("CronJobFlow") && name != null && name.length() > 52) {
      error(document, "metadata.name", "too-long", "the name may have at most 52 characters");
    }
    if (!tree.has("spec")) {
      error(document, "spec", "required", "spec is required");
    }
    return true;
  }

  private void flow(Document document, String base, JsonNode spec) {
    templates.ask();
    jobs.addAll(new FlowCheck(document, base, templates, findings::add).check(spec));
  }

  private void daemonJob(Document document, JsonNode tree, boolean sound) {
    Optional<DaemonJobSpec> spec = FlowCheck.read(tree, DaemonJobSpec.class);
    if (sound && spec.isPresent()) {
      DaemonJobProblems.of(spec.get())
          .forEach(problem -> error(document, field(problem), "invalid", problem));
      DaemonJobProblems.warnings(spec.get())
          .forEach(
              hint -> {
                String path = field(hint);
                findings.add(document.warning("ignored", document.at(path), path, hint));
              });
    }
  }

  /** A message of that kind begins with the field it is about. */
  private static String field(String message) {
    return message.split(" ", 2)[0];
  }

  private void schedule(Document document, JsonNode tree, boolean sound) {
    String flow = "jobFlowTemplate";
    if (tree.has(flow)) {
      flow(document, "spec." + flow + ".spec", tree.path(flow).path("spec"));
    }
    Optional<CronJobFlowSpec> spec = FlowCheck.read(tree, CronJobFlowSpec.class);
    boolean clean = sound && findings.stream().noneMatch(f -> f.object().equals(document.object()));
    if (clean && spec.isPresent()) {
      try {
        SoundSchedule.of(spec.get());
      } catch (ScheduleException e) {
        String message = String.valueOf(e.getMessage());
        String path = message.contains("timeZone") ? "spec.timeZone" : "spec.schedules";
        error(document, path, "invalid", message);
      }
    }
  }

  private void error(Document document, String path, String rule, String message) {
    findings.add(document.error(rule, document.at(path), path, message));
  }
}
