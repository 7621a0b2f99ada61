package io.jopf.test.scenarios.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How often a leader is killed is set by {@code -Djopf.process-kills}. */
@Scenario
@Tag("control-plane-only")
class KilledProcessesTest {

  private static final int KILLS = Integer.getInteger("jopf.process-kills", 5);

  @RegisterExtension private final OperatorJar program = OperatorJar.ofHandlers(DutyHandlers.class);

  private final Random random = new Random(KILLS);
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final List<String> deleted = new ArrayList<>();

  /** Creates, changes and deletes; how much of it is handled is a matter of chance. */
  private void change(Things things) {
    int changes = random.nextInt(8);
    for (int change = 0; change < changes; change++) {
      List<String> names = List.copyOf(sizes.keySet());
      String some = names.get(random.nextInt(names.size()));
      switch (random.nextInt(4)) {
        case 0 -> {
          if (!some.equals("rock")) {
            things.named(some).delete();
            sizes.remove(some);
            deleted.add(some);
          }
        }
        case 1 -> {
          things.resize(some, random.nextInt(100));
          sizes.put(some, Objects.requireNonNull(things.get(some).getSpec()).size);
        }
        default -> create(things, "thing-" + (sizes.size() + deleted.size()));
      }
    }
  }

  private void create(Things things, String name) {
    int size = random.nextInt(100);
    things.create(name, size);
    sizes.put(name, size);
  }

  @Test
  void killed_at_random_moments_two_processes_never_act_at_once_and_lose_no_cause(
      Cluster cluster, @TempDir Path folder) {
    Diary diary = new Diary(folder.resolve("diary"));
    Watchmen watchmen = new Watchmen(cluster, program, diary);
    watchmen.prepare();
    Things things = new Things(cluster);
    create(things, "rock");
    Map<String, OperatorProcess> processes = new LinkedHashMap<>();
    processes.put("first", watchmen.start("first"));
    processes.put("second", watchmen.start("second"));

    for (int kill = 1; kill <= KILLS; kill++) {
      cluster.await("somebody acts", () -> !diary.actor().isEmpty());
      change(things);
      String leader = diary.actor();
      Objects.requireNonNull(processes.remove(leader)).kill();
      diary.note(leader, Diary.KILLED, "-");
      change(things);
      processes.put("after-" + kill, watchmen.start("after-" + kill));
    }

    cluster.await("somebody acts", () -> !diary.actor().isEmpty());
    sizes.forEach((name, size) -> things.awaitStatus(name, "shape", "size " + size));
    sizes.keySet().forEach(things::awaitSettled);
    deleted.forEach(name -> cluster.awaitGone(Thing.class, name));
    assertThat(diary.overlaps()).isEmpty();
    assertThat(diary.actors()).hasSizeGreaterThan(KILLS);
    assertThat(deleted)
        .filteredOn(name -> !diary.of(Diary.BEGINS, "shape " + name).isEmpty())
        .allSatisfy(name -> assertThat(diary.of(Diary.ENDS, "farewell " + name)).isNotEmpty());
    processes.values().forEach(process -> assertThat(process.stop()).isZero());
  }
}
