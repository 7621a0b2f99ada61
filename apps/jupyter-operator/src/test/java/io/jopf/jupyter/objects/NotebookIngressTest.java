package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.settings.OperatorSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotebookIngressTest {

  private static final String ISSUER = "cert-manager.io/cluster-issuer";

  @Test
  void the_path_of_the_notebook_leads_to_its_service() {
    Ingress ingress = with(null, null);

    assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");
    assertThat(ingress.getMetadata().getAnnotations())
        .containsEntry("nginx.ingress.kubernetes.io/proxy-body-size", "500m")
        .doesNotContainKey("kubernetes.io/ingress.class");
    assertThat(ingress.getSpec().getRules().get(0).getHost()).isEqualTo("example.com");
    HTTPIngressPath path = ingress.getSpec().getRules().get(0).getHttp().getPaths().get(0);
    assertThat(path.getPath()).isEqualTo("/nb");
    assertThat(path.getPathType()).isEqualTo("Prefix");
    assertThat(path.getBackend().getService().getName()).isEqualTo("nb");
    assertThat(path.getBackend().getService().getPort().getNumber()).isEqualTo(8888);
  }

  @Test
  void a_tls_secret_needs_no_issuer() {
    Ingress ingress = with("tls", "issuer");

    assertThat(ingress.getSpec().getTls())
        .containsExactly(new IngressTLS(List.of("example.com"), "tls"));
    assertThat(ingress.getMetadata().getAnnotations()).doesNotContainKey(ISSUER);
  }

  @Test
  void an_issuer_gets_a_place_for_the_certificate() {
    Ingress ingress = with(null, "issuer");

    assertThat(ingress.getSpec().getTls())
        .containsExactly(new IngressTLS(List.of("example.com"), "example.com-tls"));
    assertThat(ingress.getMetadata().getAnnotations()).containsEntry(ISSUER, "issuer");
  }

  @Test
  void without_either_there_is_no_tls() {
    Ingress ingress = with(null, null);

    assertThat(ingress.getSpec().getTls()).isEmpty();
    assertThat(ingress.getMetadata().getAnnotations()).doesNotContainKey(ISSUER);
  }

  private static Ingress with(@Nullable String tlsSecret, @Nullable String issuer) {
    OperatorSettings settings =
        new OperatorSettings("example.com", tlsSecret, issuer, Map.of(), null, null);
    return Find.in(
            DesiredObjects.of(
                NotebookPlanner.plan(Samples.minimal(), settings).plan().orElseThrow(),
                new Token("t")))
        .ingress();
  }
}
