package io.jopf.jupyter;

import io.jopf.ObjectKey;
import io.jopf.jupyter.api.ImDataManager;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookSpec;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.JupyterStatus;
import io.jopf.jupyter.api.NotebookAccess;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.status.StatusReport;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a notebook wants the path of its name. Notebooks of one name in several namespaces need
 * several hosts.
 *
 * @param notebook who
 * @param created since when it is there
 * @param offered the URL that users have already; empty if there is none
 * @param domain the host it names; null for the operator's
 */
record PathClaim(ObjectKey notebook, String created, String offered, @Nullable String domain) {

  /** Whom users already know there goes first, then who came first. */
  private static Comparator<PathClaim> orderAt(String domain) {
    return Comparator.comparing(
            (PathClaim claim) -> !claim.offered().contains("://" + domain + "/"))
        .thenComparing(PathClaim::created)
        .thenComparing(claim -> claim.notebook().toString());
  }

  /** Empty for a notebook that goes, or has never been one that could be used. */
  static Optional<PathClaim> of(JupyterNotebook notebook) {
    String offered =
        Optional.ofNullable(notebook.getStatus())
            .map(JupyterNotebookStatus::jupyter)
            .map(JupyterStatus::notebook)
            .map(NotebookAccess::url)
            .orElse("");
    boolean rejected = StatusReport.isFalse(notebook, StatusReport.ACCEPTED);
    if (notebook.getMetadata().getDeletionTimestamp() != null || (rejected && offered.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new PathClaim(
            ObjectKey.of(notebook),
            String.valueOf(notebook.getMetadata().getCreationTimestamp()),
            offered,
            Optional.ofNullable(notebook.getSpec())
                .map(JupyterNotebookSpec::imDataManager)
                .map(ImDataManager::ingressDomain)
                .map(String::trim)
                .filter(domain -> !domain.isEmpty())
                .orElse(null)));
  }

  /**
   * Makes sure that the path that a notebook wants is its own.
   *
   * @param sameName the claims of all notebooks of its name
   * @param usualDomain of those that name none
   * @throws PathTakenException if it is another one's
   */
  static void check(
      JupyterNotebook notebook,
      NotebookPlan plan,
      Collection<PathClaim> sameName,
      String usualDomain) {
    String domain = plan.ingress().domain();
    sameName.stream()
        .filter(claim -> domain.equals(claim.domain() == null ? usualDomain : claim.domain()))
        .min(orderAt(domain))
        .map(PathClaim::notebook)
        .filter(first -> !first.equals(ObjectKey.of(notebook)))
        .ifPresent(
            first -> {
              throw new PathTakenException(
                  domain + "/" + plan.name() + " leads to the notebook " + first + " already");
            });
  }
}
