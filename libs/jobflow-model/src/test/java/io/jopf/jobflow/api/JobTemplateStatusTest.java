package io.jopf.jobflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobTemplateStatusTest {

  @Test
  void of_many_users_the_first_are_listed_and_all_counted() {
    List<String> names = IntStream.range(1000, 6000).mapToObj(i -> "job-" + i).toList();

    JobTemplateStatus status = JobTemplateStatus.of(names);

    assertThat(status.dependencyList()).hasSize(200).startsWith("job-1000").endsWith("job-1199");
    assertThat(status.users()).isEqualTo(5000);
    assertThat(JobTemplateStatus.of(List.of("a")).dependencyList()).containsExactly("a");
  }
}
