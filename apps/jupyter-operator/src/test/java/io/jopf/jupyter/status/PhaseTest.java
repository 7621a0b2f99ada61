package io.jopf.jupyter.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTest {

  private static final Verdict YES = Verdict.yes("Any", "");
  private static final Verdict NO = Verdict.no("Any", "");

  @ParameterizedTest
  @CsvSource({
    "Starting, PENDING",
    "Unschedulable, PENDING",
    "ClaimPending, PENDING",
    "PodRefused, PENDING",
    "ImagePull, IMAGE_PULL_BACKOFF",
    "CrashLoop, CRASH_LOOP_BACKOFF",
    "OutOfMemory, CRASH_LOOP_BACKOFF",
    "ContainerRefused, CRASH_LOOP_BACKOFF",
    "Stopped, COMPLETED"
  })
  void what_keeps_a_server_from_answering_is_its_phase(String reason, Phase phase) {
    assertThat(Phase.of(YES, YES, Verdict.no(reason, ""))).isEqualTo(phase);
  }

  @Test
  void what_cannot_be_made_has_failed_unless_it_still_runs() {
    assertThat(Phase.of(NO, Verdict.unknown("NotAccepted", ""), Verdict.unknown("NotAccepted", "")))
        .isEqualTo(Phase.FAILED);
    assertThat(Phase.of(YES, NO, Verdict.no("ResourcesNotReady", ""))).isEqualTo(Phase.FAILED);
    assertThat(Phase.of(NO, YES, YES)).isEqualTo(Phase.RUNNING);
    assertThat(Phase.of(YES, YES, YES)).isEqualTo(Phase.RUNNING);
  }
}
