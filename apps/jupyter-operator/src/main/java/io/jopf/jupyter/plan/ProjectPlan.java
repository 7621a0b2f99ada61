package io.jopf.jupyter.plan;

import io.jopf.jupyter.api.Project;
import io.jopf.jupyter.api.Reasons;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The notebook's files.
 *
 * @param claimName the volume claim
 * @param id the project and its directory in the volume
 */
public record ProjectPlan(String claimName, String id) {

  /** One directory name: anything else could reach the files of other projects. */
  private static final Pattern DIRECTORY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  static Optional<ProjectPlan> of(
      @Nullable Project project, @Nullable Project fallback, Findings findings) {
    Optional<String> claim = Values.first(project, fallback, Project::claimName);
    Optional<String> id = Values.first(project, fallback, Project::id);
    if (claim.isEmpty()) {
      findings.problem(missing("claimName"));
    }
    if (id.isEmpty()) {
      findings.problem(missing("id"));
    } else if (!DIRECTORY.matcher(id.get()).matches()) {
      findings.problem(
          Problem.invalid("spec.imDataManager.project.id", id.get(), "need a directory name"));
    }
    return claim.flatMap(c -> id.map(i -> new ProjectPlan(c, i)));
  }

  private static Problem missing(String field) {
    return new Problem(
        Reasons.PROJECT_MISSING,
        "spec.imDataManager.project." + field + " is not set: a notebook needs a project");
  }
}
