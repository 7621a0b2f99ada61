package io.jopf.jobflow;

import io.jopf.AdmissionException;
import io.jopf.Operation;
import io.jopf.Warnings;
import io.jopf.annotation.FailurePolicy;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnValidate;
import io.jopf.client.ServerAnswer;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.node.DaemonJobProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses DaemonJobs that could only fail. The handler says the same of those that come in while
 * nobody answers here.
 */
@Handlers(DaemonJob.class)
class DaemonJobRules {
  @OnValidate(
      operations = {Operation.CREATE, Operation.UPDATE},
      failurePolicy = FailurePolicy.IGNORE)
  void sound(@Old @Nullable DaemonJob before, @New DaemonJob daemonJob, Warnings warnings) {
    if (Specs.areSame(before, daemonJob)) {
      return; // whatever is wrong with it: it must be possible to delete it
    }
    DaemonJobSpec spec = daemonJob.getSpec();
    List<String> problems = DaemonJobProblems.of(spec);
    if (!problems.isEmpty()) {
      throw new AdmissionException(ServerAnswer.UNPROCESSABLE, String.join("; ", problems));
    }
    DaemonJobProblems.warnings(spec).forEach(warnings::add);
  }
}
