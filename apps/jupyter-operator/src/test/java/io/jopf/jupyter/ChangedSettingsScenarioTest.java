package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.settings.CurrentSettings;
import io.jopf.jupyter.settings.OperatorSettings;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.context.scope.refresh.RefreshEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(
    crds = "roles/operator/files/crd.yaml",
    properties = {"jupyter.ingress.domain=${shown.domain:`example.com`}"})
class ChangedSettingsScenarioTest {

  @Test
  void notebooks_follow_changed_settings_without_being_touched(
      Cluster cluster, ApplicationContext context) {
    Notebook notebook = Notebook.minimal(cluster, "nb");
    notebook.awaitMade();
    assertThat(notebook.url()).startsWith("http://example.com/");

    context
        .getEnvironment()
        .addPropertySource(
            PropertySource.of("changed", Map.of("jupyter.ingress.domain", "other.org"), 1_000));
    context.getEnvironment().refreshAndDiff();
    context.publishEvent(new RefreshEvent());

    cluster.await("it moves", () -> notebook.url().startsWith("http://other.org/"));

    context
        .getEnvironment()
        .addPropertySource(
            PropertySource.of(
                "switched",
                Map.of("jupyter.network.policy", "yes", "jupyter.ingress.domain", "third.org"),
                2_000));
    context.getEnvironment().refreshAndDiff();
    context.publishEvent(new RefreshEvent());

    assertThat(context.getBean(CurrentSettings.class).get())
        .as("its kind is watched only from the start")
        .returns("other.org", OperatorSettings::ingressDomain)
        .returns(false, settings -> settings.network().policy());
  }
}
