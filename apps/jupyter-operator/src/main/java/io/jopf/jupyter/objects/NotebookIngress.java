package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLSBuilder;
import io.jopf.jupyter.plan.IngressPlan;
import io.jopf.jupyter.plan.NotebookPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code <name>}: leads the path of the notebook to its Service. */
final class NotebookIngress {

  private static final String NGINX = "nginx.ingress.kubernetes.io/";

  private NotebookIngress() {}

  static Ingress of(NotebookPlan plan) {
    IngressPlan ingress = plan.ingress();
    return new IngressBuilder()
        .withMetadata(DesiredObjects.metadata(plan, plan.name()))
        .editMetadata()
        .withAnnotations(annotations(ingress))
        .endMetadata()
        .withNewSpec()
        .withIngressClassName(ingress.network().classAsAnnotation() ? null : ingress.className())
        .withTls(tls(ingress))
        .addNewRule()
        .withHost(ingress.domain())
        .withNewHttp()
        .addNewPath()
        .withPath("/" + plan.name())
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName(plan.name())
        .withNewPort()
        .withNumber(NotebookService.PORT)
        .endPort()
        .endService()
        .endBackend()
        .endPath()
        .endHttp()
        .endRule()
        .endSpec()
        .build();
  }

  private static Map<String, String> annotations(IngressPlan ingress) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(NGINX + "proxy-body-size", ingress.proxyBodySize());
    // kernels talk over websockets, which are silent while a cell runs
    annotations.put(
        NGINX + "proxy-read-timeout", String.valueOf(ingress.network().timeoutSeconds()));
    annotations.put(
        NGINX + "proxy-send-timeout", String.valueOf(ingress.network().timeoutSeconds()));
    if (ingress.certIssuer() != null) {
      annotations.put("cert-manager.io/cluster-issuer", ingress.certIssuer());
    }
    annotations.putAll(ingress.network().annotations());
    if (ingress.network().classAsAnnotation()) {
      annotations.put("kubernetes.io/ingress.class", ingress.className());
    }
    return annotations;
  }

  private static List<IngressTLS> tls(IngressPlan ingress) {
    return ingress.tlsSecret() == null
        ? List.of()
        : List.of(
            new IngressTLSBuilder()
                .withHosts(ingress.domain())
                .withSecretName(ingress.tlsSecret())
                .build());
  }
}
