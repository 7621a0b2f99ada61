package io.jopf.jobflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.api.JobTemplateSpec;
import io.jopf.jobflow.lint.Finding;
import io.jopf.jobflow.lint.Linter;
import io.jopf.jobflow.lint.StepJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files. */
@Command(name = "lint", description = "Checks flows, templates, DaemonJobs and schedules in files.")
final class LintCommand extends FlowCommand {
  private static final int SERVER_FAULTS = 500;

  /** How findings are written. */
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files or folders; - for the standard input.")
  private List<String> files = List.of();

  @Option(names = "--strict", description = "Warnings count as errors.")
  private boolean strict;

  @Option(
      names = "--server",
      description = "Have the API server check every Job in a dry run; nothing is created.")
  private boolean server;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Linter linter = new Linter(this::template);
    Inputs.read(files, session().in()).forEach(linter::read);
    Linter.Result result = linter.check();
    List<Finding> findings = new ArrayList<>(result.findings());
    if (server) {
      result.jobs().forEach(job -> dryRun(job).ifPresent(findings::add));
    }
    boolean bad = strict ? !findings.isEmpty() : findings.stream().anyMatch(Finding::isError);
    if (format == Format.JSON) {
      print(json(findings));
    } else {
      findings.forEach(finding -> print(finding.text()));
      summary(result.objects(), findings);
    }
    return bad ? Exit.FINDINGS : Exit.OK;
  }

  private void summary(int objects, List<Finding> findings) {
    long errors = findings.stream().filter(Finding::isError).count();
    long warnings = findings.size() - errors;
    session()
        .err()
        .println(
            count(objects, "object")
                + ": "
                + count(errors, "error")
                + ", "
                + count(warnings, "warning"));
    if (objects == 0) {
      session().err().println("nothing of the group api.practice.com is in these files");
    }
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String json(List<Finding> findings) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<JobTemplateSpec> template(String namespace, String name) {
    if (!server) {
      return Optional.empty();
    }
    Flows flows = flows();
    String where = namespace.isEmpty() ? flows.namespace() : namespace;
    JobTemplate found =
        flows.client().resources(JobTemplate.class).inNamespace(where).withName(name).get();
    return Optional.ofNullable(found).map(JobTemplate::getSpec);
  }

  private Optional<Finding> dryRun(StepJob step) {
    Flows flows = flows();
    Job job = step.job();
    String namespace = job.getMetadata().getNamespace();
    String where = namespace == null ? flows.namespace() : namespace;
    job.getMetadata().setNamespace(where);
    try {
      flows.client().batch().v1().jobs().inNamespace(where).resource(job).dryRun(true).create();
      return Optional.empty();
    } catch (KubernetesClientException e) {
      if (e.getCode() == 0 || e.getCode() >= SERVER_FAULTS || e.getCode() == 401) {
        throw e;
      }
      if (e.getCode() == 409) {
        return Optional.empty(); // the flow has run under this name
      }
      return Optional.of(step.refused(Words.of(e)));
    }
  }
}
