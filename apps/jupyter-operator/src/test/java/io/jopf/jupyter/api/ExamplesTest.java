package io.jopf.jupyter.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.plan.PlanResult;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

  private final ObjectMapper strict =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minimal.yaml",
        "data-manager.yaml",
        "top-level.yaml",
        "gpu.yaml",
        "stopped.yaml",
        "culled.yaml",
        "short-lived.yaml"
      })
  void an_example_says_nothing_the_operator_does_not_know(String file) throws IOException {
    JupyterNotebook notebook =
        strict.readValue(
            Files.readString(Samples.root().resolve("examples/jupyter").resolve(file)),
            JupyterNotebook.class);

    PlanResult result = NotebookPlanner.plan(notebook, Samples.settings());

    assertThat(result.problems()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.plan()).isPresent();
  }
}
