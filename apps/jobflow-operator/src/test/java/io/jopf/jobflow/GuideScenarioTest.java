package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jobflow.crd.Yaml;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class GuideScenarioTest {
  private static final Pattern BLOCK =
      Pattern.compile("```yaml\\n# ends (\\w+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FLOW =
      Pattern.compile("kind: (JobFlow|DaemonJob)\\nmetadata: \\{name: ([a-z]+)[,}]");

  @Test
  void every_example_of_the_user_guides_ends_as_it_says(Cluster cluster) throws IOException {
    Flows flows = new Flows(cluster);
    DaemonJobs daemonJobs = new DaemonJobs(cluster);
    cluster.nodes("node1", "node3", "node4");
    Map<String, String> expected = new LinkedHashMap<>();
    String guide =
        Files.readString(Yaml.repository("docs/jobflow.md"))
            + Files.readString(Yaml.repository("docs/coming-from-other-workflows.md"));
    for (MatchResult block : BLOCK.matcher(guide).results().toList()) {
      cluster.apply(block.group(2));
      FLOW.matcher(block.group(2))
          .results()
          .forEach(flow -> expected.put(flow.group(1) + " " + flow.group(2), block.group(1)));
    }
    assertThat(expected).hasSizeGreaterThan(7);
    assertThat(guide.split("```yaml", -1)).as("every block is tested").hasSize(expected.size() + 1);

    expected.forEach(
        (object, state) -> {
          String name = object.substring(object.indexOf(' ') + 1);
          if (object.startsWith("JobFlow")) {
            flows.awaitEnd(name);
            assertThat(flows.status(name).state()).as(object).isEqualTo(state);
          } else {
            daemonJobs.awaitEnd(name);
            assertThat(daemonJobs.status(name).state()).as(object).isEqualTo(state);
          }
        });
    assertThat(flows.jobs())
        .contains(
            "builds-build-3",
            "stubborn-try-try2",
            "careful-error-handler",
            "careful-clean",
            "everywhere-node3",
            "upgrade-node1");
  }
}
