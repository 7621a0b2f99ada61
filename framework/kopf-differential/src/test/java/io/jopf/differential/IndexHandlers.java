package io.jopf.differential;

import io.jopf.Indexed;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.OnCreate;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@Handlers(Sample.class)
class IndexHandlers {

  @Index(field = "spec.team")
  Map<String, String> teams(Sample sample) {
    return Map.of(String.valueOf(sample.getSpec().get("team")), sample.getMetadata().getName());
  }

  @Index(labels = "member=yes")
  Map<String, String> members(Sample sample) {
    String name = sample.getMetadata().getName();
    return Map.of("all", name, name, "one");
  }

  @OnCreate(labels = "look=yes")
  @Nullable Map<String, Object> look(
      Indexed<String, String> teams, Indexed<String, String> members, @Bindable Recorder recorder) {
    return recorder.call(() -> Map.of("teams", all(teams), "members", all(members)));
  }

  private static Map<String, List<String>> all(Indexed<String, String> index) {
    Map<String, List<String>> all = new TreeMap<>();
    index.keys().forEach(key -> all.put(key, index.get(key).stream().sorted().toList()));
    return all;
  }
}
