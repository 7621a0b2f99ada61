package io.jopf.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

  @Test
  void requests_of_one_user_are_counted_by_verb_and_resource_since_the_last_look(
      @TempDir Path directory) throws IOException {
    Path log = directory.resolve("log");
    Files.writeString(
        log,
        line("patch", "operator", "jobflows", ",\"subresource\":\"status\"")
            + line("create", "operator", "jobs", "")
            + line("create", "other", "jobs", "")
            + "{\"verb\":\"get\",\"user\":{\"username\":\"operator\"");
    Audit audit = new Audit(log, "operator");

    Audit.Counts counts = audit.next();
    assertThat(counts.counts())
        .containsOnlyKeys("patch jobflows/status", "create jobs")
        .containsEntry("create jobs", 1);
    assertThat(counts.writes()).isEqualTo(2);

    Files.writeString(
        log,
        "},\"objectRef\":{\"resource\":\"jobs\"}}\n" + line("create", "operator", "events", ""),
        StandardOpenOption.APPEND);
    Audit.Counts more = audit.next();
    assertThat(more.reads()).isEqualTo(1);
    assertThat(more.writes()).as("events are not counted").isZero();
  }

  private static String line(String verb, String user, String resource, String more) {
    return "{\"verb\":\"%s\",\"user\":{\"username\":\"%s\"},\"objectRef\":{\"resource\":\"%s\",\"name\":\"x\"%s},\"x\":1}\n"
        .formatted(verb, user, resource, more);
  }
}
