package io.jopf.jobflow.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.flow.Reasons;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusPageTest {

  @Test
  void every_reason_of_the_engine_is_explained() throws IOException, IllegalAccessException {
    String page = Files.readString(Yaml.repository("docs/jobflow-status.md"));
    List<String> missing = new ArrayList<>();
    for (Field reason : Reasons.class.getFields()) {
      String word = (String) reason.get(null);
      if (!page.contains("`" + word + "`")) {
        missing.add(word);
      }
    }
    assertThat(Reasons.class.getFields()).hasSizeGreaterThan(30);
    assertThat(missing).isEmpty();
  }
}
