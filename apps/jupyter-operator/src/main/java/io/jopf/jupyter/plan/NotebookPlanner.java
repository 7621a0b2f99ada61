package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jupyter.api.ImDataManager;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookSpec;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.settings.OperatorSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the plan of a notebook. */
public final class NotebookPlanner {

  private static final String DEFAULT_IMAGE = "jupyter/minimal-notebook:notebook-6.3.0";

  /** What a Service may be called, short enough for the longest prefix of an object's name. */
  private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,53}[a-z0-9])?");

  private static final ImDataManager NOTHING = Serialization.unmarshal("{}", ImDataManager.class);

  private NotebookPlanner() {}

  /** Never throws for what the notebook says. */
  public static PlanResult plan(JupyterNotebook notebook, OperatorSettings settings) {
    Findings findings = new Findings();
    String name = notebook.getMetadata().getName();
    checkName(name, findings);
    Optional<JupyterNotebookSpec> spec = Optional.ofNullable(notebook.getSpec());
    ImDataManager wanted = spec.map(JupyterNotebookSpec::imDataManager).orElse(NOTHING);

    Optional<ImageReference> image = image(wanted, findings);
    Optional<ProjectPlan> project =
        ProjectPlan.of(
            wanted.project(), spec.map(JupyterNotebookSpec::project).orElse(null), findings);
    UserPlan user =
        UserPlan.of(
            wanted.securityContext(),
            spec.map(JupyterNotebookSpec::securityContext).orElse(null),
            settings.pod().rootAllowed(),
            findings);
    ResourcePlan resources =
        ResourcePlanner.plan(wanted.resources(), settings.pod().gpuResource(), findings);
    PlacementPlan placement = PlacementPlan.of(wanted, settings, findings);
    UserInterface userInterface = UserInterface.of(wanted.notebook(), findings);
    PodIdentity identity = PodLabels.of(wanted.labels(), name, findings);
    IngressPlan ingress = IngressPlan.of(wanted, settings, findings);
    List<String> pullSecrets = PullSecrets.of(wanted, settings, findings);
    LifePlan life = LifePlan.of(wanted, settings.life(), findings);
    Map<String, String> environment = ExtraEnvironment.of(wanted.environment(), findings);
    Optional<Quantity> shm = sharedMemory(wanted, settings, findings);

    Optional<NotebookPlan> plan =
        image
            .flatMap(
                i ->
                    project.map(
                        p ->
                            new PodPlan(
                                i,
                                userInterface,
                                resources,
                                user,
                                p,
                                Values.text(wanted.serviceAccountName()).orElse("default"),
                                identity,
                                placement,
                                pullSecrets,
                                environment,
                                shm.orElse(null))))
            .map(
                pod ->
                    new NotebookPlan(
                        name,
                        notebook.getMetadata().getNamespace(),
                        OwnLabels.of(name, notebook.getMetadata().getLabels()),
                        pod,
                        ingress,
                        run(notebook, wanted),
                        life))
            .filter(complete -> findings.problems().isEmpty());
    return new PlanResult(plan, findings.problems(), findings.warnings());
  }

  private static RunPlan run(JupyterNotebook notebook, ImDataManager wanted) {
    return new RunPlan(
        Boolean.TRUE.equals(wanted.stopped()) ? Rest.REQUESTED : null,
        RunPlan.request(notebook, RunPlan.RESTART),
        RunPlan.request(notebook, RunPlan.ROTATE_TOKEN));
  }

  private static void checkName(String name, Findings findings) {
    if (!NAME.matcher(name).matches()) {
      findings.problem(
          new Problem(
              Reasons.INVALID_NAME,
              "metadata.name is '"
                  + name
                  + "': need at most 55 small letters, digits and dashes, a letter first"));
    }
  }

  private static Optional<ImageReference> image(ImDataManager wanted, Findings findings) {
    String text = Values.text(wanted.image()).orElse(DEFAULT_IMAGE);
    Optional<ImageReference> image = ImageReference.parse(text);
    if (image.isEmpty()) {
      findings.problem(
          Problem.invalid("spec.imDataManager.image", text, "need an image like name:tag"));
    }
    return image;
  }

  private static Optional<Quantity> sharedMemory(
      ImDataManager wanted, OperatorSettings settings, Findings findings) {
    IntOrString size =
        wanted.shmSize() == null && settings.pod().shmSize() != null
            ? new IntOrString(settings.pod().shmSize())
            : wanted.shmSize();
    return Quantities.parse("spec.imDataManager.shmSize", size, findings);
  }
}
