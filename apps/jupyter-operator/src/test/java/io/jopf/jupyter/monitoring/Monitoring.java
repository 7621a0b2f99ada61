package io.jopf.jupyter.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jupyter.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The dashboard and the alerts that are deployed. */
public final class Monitoring {

  private static final Pattern SERIES = Pattern.compile("([a-zA-Z_]\\w*)(?:\\{(.*)\\})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

  private Monitoring() {}

  static JsonNode dashboard() throws IOException {
    return read("grafana-dashboard.json");
  }

  static List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    read("prometheus-rules.yaml").path("groups").forEach(g -> g.path("rules").forEach(alerts::add));
    return alerts;
  }

  static List<Query> queries() throws IOException {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : dashboard().path("panels")) {
      panel.path("targets").forEach(t -> queries.add(Query.parse(t.path("expr").asText())));
    }
    alerts().forEach(alert -> queries.add(Query.parse(alert.path("expr").asText())));
    return queries;
  }

  /**
   * Fails unless there is everything that dashboard and alerts ask for.
   *
   * @param scraped what an operator answers at {@code /prometheus}
   */
  public static void assertAnswered(String scraped) throws IOException {
    Map<String, Set<String>> labels = new HashMap<>();
    for (String line : scraped.lines().toList()) {
      Matcher series = SERIES.matcher(line);
      if (series.matches()) {
        String all = series.group(2) == null ? "" : series.group(2);
        labels.merge(
            series.group(1),
            LABEL.matcher(all).results().map(l -> l.group(1)).collect(Collectors.toSet()),
            (one, other) -> {
              // what every series of that name has
              one.retainAll(other);
              return one;
            });
      }
    }
    for (Query query : queries()) {
      assertThat(query.selectors()).as(query.text()).isNotEmpty();
      for (Query.Selector selector : query.selectors()) {
        assertThat(labels).as(query.text()).containsKey(selector.metric());
        Set<String> asked = new HashSet<>(query.groups());
        asked.addAll(selector.values().keySet());
        assertThat(labels.get(selector.metric()))
            .as("%s in %s", selector.metric(), query.text())
            .containsAll(asked);
      }
    }
  }

  private static JsonNode read(String file) throws IOException {
    return Serialization.unmarshal(
        Files.readString(Samples.root().resolve("roles/operator/files").resolve(file)),
        JsonNode.class);
  }
}
