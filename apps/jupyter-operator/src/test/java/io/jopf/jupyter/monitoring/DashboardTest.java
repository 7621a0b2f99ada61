package io.jopf.jupyter.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.jupyter.status.Phase;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DashboardTest {

  private static final Pattern MENTIONED = Pattern.compile("\\$labels\\.(\\w+)");

  @Test
  void each_panel_has_a_title_a_unit_and_the_chosen_source() throws IOException {
    JsonNode dashboard = Monitoring.dashboard();
    assertThat(dashboard.path("templating").path("list").findValuesAsText("name"))
        .containsExactly("datasource");
    assertThat(dashboard.path("panels"))
        .isNotEmpty()
        .allSatisfy(
            panel -> {
              assertThat(panel.path("title").asText()).isNotBlank();
              assertThat(panel.path("description").asText()).isNotBlank();
              assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                  .isNotBlank();
              assertThat(panel.findValues("datasource"))
                  .hasSize(1 + panel.path("targets").size())
                  .allSatisfy(
                      source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
            });
    assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    assertThat(dashboard.path("panels").findValuesAsText("title")).doesNotHaveDuplicates();
  }

  @Test
  void no_panel_hides_another() throws IOException {
    Set<String> taken = new HashSet<>();
    for (JsonNode panel : Monitoring.dashboard().path("panels")) {
      JsonNode at = panel.path("gridPos");
      int x = at.path("x").asInt();
      int y = at.path("y").asInt();
      assertThat(x + at.path("w").asInt()).isBetween(1, 24);
      for (int column : IntStream.range(x, x + at.path("w").asInt()).toArray()) {
        for (int row : IntStream.range(y, y + at.path("h").asInt()).toArray()) {
          assertThat(taken.add(column + "/" + row)).as(panel.path("title").asText()).isTrue();
        }
      }
    }
  }

  @Test
  void an_alert_says_how_bad_it_is_and_what_to_do() throws IOException {
    List<JsonNode> alerts = Monitoring.alerts();
    assertThat(alerts).extracting(alert -> alert.path("alert").asText()).doesNotHaveDuplicates();
    assertThat(alerts)
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              assertThat(alert.path("labels").path("severity").asText())
                  .isIn("warning", "critical");
              assertThat(alert.path("annotations").path("summary").asText()).isNotBlank();
              assertThat(alert.path("annotations").path("description").asText()).isNotBlank();
              assertThat(Query.parse(alert.path("expr").asText()).groups())
                  .containsAll(
                      MENTIONED
                          .matcher(alert.path("annotations").toString())
                          .results()
                          .map(found -> found.group(1))
                          .toList());
            });
  }

  @Test
  void phases_are_those_that_there_are() throws IOException {
    List<String> phases = Arrays.stream(Phase.values()).map(Enum::name).toList();
    assertThat(Monitoring.queries())
        .flatExtracting(Query::selectors)
        .filteredOn(selector -> selector.values().containsKey("phase"))
        .isNotEmpty()
        .allSatisfy(selector -> assertThat(phases).containsAll(selector.values().get("phase")));
  }

  @Test
  void a_query_is_read_as_it_was_written() {
    Query query =
        Query.parse(
            "sum by (a, b) (rate(x_total{c=~\"1|2\",d!=\"3\"}[5m])) / on (e) y_bytes > 0.5 and"
                + " absent(z)");

    assertThat(query.groups()).containsExactlyInAnyOrder("a", "b", "e");
    assertThat(query.selectors())
        .extracting(Query.Selector::metric)
        .containsExactly("x_total", "y_bytes", "z");
    assertThat(query.selectors().get(0).values())
        .containsEntry("c", List.of("1", "2"))
        .containsEntry("d", List.of("3"))
        .hasSize(2);
  }
}
