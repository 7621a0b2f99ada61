package io.jopf.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPodTest {

  @Test
  void with_a_service_account_it_runs_in_a_pod_of_that_namespace(@TempDir Path account)
      throws IOException {
    Files.writeString(account.resolve("namespace"), "team\n");

    assertThat(OwnPod.of(Map.of("HOSTNAME", "operator-0"), account))
        .isEqualTo(new OwnPod(true, "operator-0", "team"));
  }

  @Test
  void what_the_pod_is_told_about_itself_wins(@TempDir Path account) throws IOException {
    Files.writeString(account.resolve("namespace"), "team");
    Map<String, String> told =
        Map.of("HOSTNAME", "h", "POD_NAME", "operator-1", "POD_NAMESPACE", "other");

    assertThat(OwnPod.of(told, account)).isEqualTo(new OwnPod(true, "operator-1", "other"));
  }

  @Test
  void with_a_kubeconfig_it_does_not_work_as_the_pod(@TempDir Path account) throws IOException {
    Files.writeString(account.resolve("namespace"), "ci");

    assertThat(OwnPod.of(Map.of("KUBECONFIG", "/x"), account).usesItsAccount()).isFalse();
  }

  @Test
  void elsewhere_nothing_is_known(@TempDir Path account) {
    assertThat(OwnPod.of(Map.of("HOSTNAME", " "), account))
        .isEqualTo(new OwnPod(false, null, null));
  }
}
