package io.jopf.demo.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges the examples by their documentation. */
public final class Verdicts {

  /** This flow fails; its third step needs a step that does not exist. */
  private static final String ERROR = "jobflow-example-error";

  private static final Set<String> ERROR_JOBS = Set.of("job1", "job2-error-container", "job4");

  private Verdicts() {}

  /** A verdict on every example. */
  public static List<Verdict> of(Snapshot snapshot) {
    List<Verdict> verdicts = new ArrayList<>();
    snapshot.works().map(Verdicts::work).forEach(verdicts::add);
    snapshot.templates().stream().map(Verdicts::template).forEach(verdicts::add);
    snapshot.notebooks().stream().map(Verdicts::notebook).forEach(verdicts::add);
    return verdicts;
  }

  private static Verdict work(Work work) {
    boolean error = work.title().equals(ERROR);
    Set<String> jobs =
        error
            ? ERROR_JOBS
            : work.steps().stream().map(Step::name).collect(Collectors.toUnmodifiableSet());
    String expected = error ? Work.FAILED : Work.SUCCEED;
    boolean rightJobs = work.jobs().equals(jobs) && !jobs.isEmpty();
    String actual = work.isOver() ? work.state() : work.state() + ", not over";
    return new Verdict(
        work.title(),
        expected,
        actual,
        rightJobs
            ? work.jobs().size() + " of " + work.steps().size() + " jobs"
            : "jobs " + work.jobs() + " instead of " + new TreeSet<>(jobs),
        work.isOver(),
        work.isOver() && work.state().equals(expected) && rightJobs,
        work.time());
  }

  private static Verdict template(Template template) {
    boolean right = template.users().equals(template.expected());
    return new Verdict(
        template.title(),
        uses(template.expected()),
        uses(template.users()),
        right ? "" : "used by " + template.users() + " instead of " + template.expected(),
        right,
        right,
        null);
  }

  private static String uses(SortedSet<String> jobs) {
    return jobs.size() + (jobs.size() == 1 ? " job" : " jobs");
  }

  private static Verdict notebook(Notebook notebook) {
    return new Verdict(
        notebook.title(),
        notebook.expected() + " objects",
        notebook.present() + " objects",
        notebook.url() == null ? "no URL" : notebook.available() ? "URL, available" : "URL",
        notebook.isComplete(),
        notebook.isComplete(),
        notebook.time());
  }
}
