package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jopf.Children;
import io.jopf.jupyter.heritage.Legacy;
import io.jopf.jupyter.objects.DesiredObjects;
import io.jopf.jupyter.objects.OriginalPod;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.NotebookPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the objects of a notebook to what is planned, also those that the original operator has
 * made.
 *
 * @param plan what is planned
 * @param token what its users log in with
 * @param legacy what the original operator has left
 * @param deployment ours, as it was; null if there is none
 * @param needless an Ingress of ours that is not wanted; null if there is none
 */
record NotebookObjects(
    NotebookPlan plan,
    Token token,
    Legacy legacy,
    @Nullable Deployment deployment,
    @Nullable Ingress needless) {

  /** Writes what leads users to the notebook, which is what its URL promises. */
  void writeWay(Children children) {
    DesiredObjects.way(plan).forEach(children::ensure);
  }

  /** Writes them; returns the Deployment. */
  @Nullable Deployment write(Children children) {
    boolean original = staysOriginal();
    List<HasMetadata> all =
        original ? DesiredObjects.ofOriginalPod(plan, token) : DesiredObjects.of(plan, token);
    Deployment written = null;
    for (HasMetadata desired : all) {
      boolean takenOver = isTakenOver(desired, original);
      if (desired instanceof Deployment one) {
        written = takenOver ? children.takeOver(one) : children.apply(one);
      } else if (takenOver) {
        children.takeOver(desired);
      } else {
        children.ensure(desired);
      }
    }
    if (needless != null) {
      children.delete(needless);
    }
    return written;
  }

  /** A server whose token nobody knows, or that gets another one, is of no use to anybody. */
  private boolean staysOriginal() {
    boolean found = legacy.deployed() && legacy.token().isPresent() && OriginalPod.mayStay(plan);
    return found || OriginalPod.staysIn(deployment, plan);
  }

  /** The template of the original operator's Deployment becomes ours only when it is replaced. */
  private boolean isTakenOver(HasMetadata desired, boolean original) {
    return desired instanceof Deployment
        ? !original && (legacy.deployed() || OriginalPod.isIn(deployment))
        : legacy.any();
  }
}
