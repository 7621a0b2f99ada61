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

  /** All that the objects follow from. */
  private record Cause(NotebookPlan plan, Token token, boolean original) {}

  /** Writes what leads users to the notebook, which is what its URL promises. */
  void writeWay(Children children) {
    DesiredObjects.way(plan).forEach(children::ensure);
  }

  /** Writes them. */
  void write(Children children) {
    boolean original = staysOriginal();
    boolean replaces = deployment != null && OriginalPod.isIn(deployment) && !original;
    if (legacy.any() || replaces) {
      takeOver(children, original);
    } else {
      children.ensure(new Cause(plan, token, original), () -> desired(original));
    }
    if (needless != null) {
      children.delete(needless);
    }
  }

  private List<HasMetadata> desired(boolean original) {
    return original ? DesiredObjects.ofOriginalPod(plan, token) : DesiredObjects.of(plan, token);
  }

  private void takeOver(Children children, boolean original) {
    for (HasMetadata desired : desired(original)) {
      if (isTakenOver(desired, original)) {
        children.takeOver(desired);
      } else {
        children.ensure(desired);
      }
    }
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
