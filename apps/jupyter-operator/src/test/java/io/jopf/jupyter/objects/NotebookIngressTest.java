package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.plan.NotebookPlanner;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookIngressTest {

  private static final String ISSUER = "cert-manager.io/cluster-issuer";

  @Test
  void the_path_of_the_notebook_leads_to_its_service() {
    Ingress ingress = with();

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
    Ingress ingress = with("ingress.tls-secret", "tls", "ingress.cert-issuer", "issuer");

    assertThat(ingress.getSpec().getTls())
        .containsExactly(new IngressTLS(List.of("example.com"), "tls"));
    assertThat(ingress.getMetadata().getAnnotations()).doesNotContainKey(ISSUER);
  }

  @Test
  void an_issuer_gets_a_place_for_the_certificate() {
    Ingress ingress = with("ingress.cert-issuer", "issuer");

    assertThat(ingress.getSpec().getTls())
        .containsExactly(new IngressTLS(List.of("example.com"), "example.com-tls"));
    assertThat(ingress.getMetadata().getAnnotations()).containsEntry(ISSUER, "issuer");
  }

  @Test
  void without_either_there_is_no_tls() {
    Ingress ingress = with();

    assertThat(ingress.getSpec().getTls()).isEmpty();
    assertThat(ingress.getMetadata().getAnnotations()).doesNotContainKey(ISSUER);
  }

  @Test
  void the_class_can_be_said_as_it_was_of_old() {
    Ingress ingress = with("ingress.class", "traefik", "ingress.class-annotation", "yes");

    assertThat(ingress.getSpec().getIngressClassName()).isNull();
    assertThat(ingress.getMetadata().getAnnotations())
        .containsEntry("kubernetes.io/ingress.class", "traefik");
  }

  @Test
  void silent_websockets_stay_as_long_as_the_administrator_says() {
    assertThat(with().getMetadata().getAnnotations())
        .containsEntry("nginx.ingress.kubernetes.io/proxy-read-timeout", "3600")
        .containsEntry("nginx.ingress.kubernetes.io/proxy-send-timeout", "3600");
    assertThat(with("ingress.proxy-timeout", "86400").getMetadata().getAnnotations())
        .containsEntry("nginx.ingress.kubernetes.io/proxy-read-timeout", "86400")
        .containsEntry("nginx.ingress.kubernetes.io/proxy-send-timeout", "86400");
  }

  @Test
  void annotations_of_the_administrator_are_there_and_win() {
    Ingress ingress =
        with(
            "ingress.annotations",
            "{\"nginx.ingress.kubernetes.io/proxy-body-size\": \"1g\","
                + " \"example.com/team\": \"blue\"}");

    assertThat(ingress.getMetadata().getAnnotations())
        .containsEntry("example.com/team", "blue")
        .containsEntry("nginx.ingress.kubernetes.io/proxy-body-size", "1g");
  }

  private static Ingress with(String... settings) {
    return Find.in(
            DesiredObjects.of(
                NotebookPlanner.plan(Samples.minimal(), Samples.settings(settings))
                    .plan()
                    .orElseThrow(),
                new Token("t")))
        .ingress();
  }
}
