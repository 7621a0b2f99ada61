package bench.echo;

import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.Workflow;
import io.javaoperatorsdk.operator.api.reconciler.dependent.Dependent;

/** One ConfigMap for each Echo, which the workflow has applied before this is called. */
@Workflow(dependents = @Dependent(type = EchoConfigMap.class))
@ControllerConfiguration
public class EchoReconciler implements Reconciler<Echo>, Cleaner<Echo> {

  @Override
  public UpdateControl<Echo> reconcile(Echo echo, Context<Echo> context) {
    String value = echo.getSpec().value();
    if (echo.getStatus() != null && value.equals(echo.getStatus().observed())) {
      return UpdateControl.noUpdate();
    }
    // only what is ours: it is applied server-side
    Echo seen = new Echo();
    seen.getMetadata().setName(echo.getMetadata().getName());
    seen.getMetadata().setNamespace(echo.getMetadata().getNamespace());
    seen.setStatus(new Echo.Status(value));
    return UpdateControl.patchStatus(seen);
  }

  @Override
  public DeleteControl cleanup(Echo echo, Context<Echo> context) {
    return DeleteControl.defaultDelete();
  }
}
