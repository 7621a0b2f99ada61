package io.jopf.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ObjectKey;
import io.jopf.Reconciler;
import io.jopf.client.ResourceKind;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Asks the running operator, which knows its handlers only later than they know this. */
@Singleton
final class OperatorReconciler implements Reconciler {

  private final BeanProvider<Operator> operator;

  OperatorReconciler(BeanProvider<Operator> operator) {
    this.operator = operator;
  }

  @Override
  public void reconcileAll() {
    ifWorking(running -> running.controllers().forEach(KindController::lookAtAll));
  }

  @Override
  public void reconcileAll(Class<? extends HasMetadata> kind) {
    ifWorking(running -> controller(running, kind).lookAtAll());
  }

  @Override
  public void reconcile(Class<? extends HasMetadata> kind, ObjectKey key) {
    ifWorking(running -> controller(running, kind).lookAt(key));
  }

  private void ifWorking(Consumer<Operator> action) {
    operator.find(null).filter(Operator::isWorking).ifPresent(action);
  }

  private static KindController controller(Operator running, Class<? extends HasMetadata> kind) {
    ResourceKind wanted = ResourceKind.of(kind);
    return running.controllers().stream()
        .filter(one -> one.resource().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind.getSimpleName() + " has no handlers"));
  }
}
