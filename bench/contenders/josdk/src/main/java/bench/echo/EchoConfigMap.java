package bench.echo;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.CRUDKubernetesDependentResource;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependent;

/** The ConfigMap of an Echo. */
@KubernetesDependent
public class EchoConfigMap extends CRUDKubernetesDependentResource<ConfigMap, Echo> {

  public EchoConfigMap() {
    super(ConfigMap.class);
  }

  @Override
  protected ConfigMap desired(Echo echo, Context<Echo> context) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(echo.getMetadata().getName())
        .withNamespace(echo.getMetadata().getNamespace())
        .endMetadata()
        .addToData("value", echo.getSpec().value())
        .build();
  }
}
