package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.HandlerContext;
import io.jopf.SubHandlers.Sub;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlingState;
import io.jopf.cause.StateCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** The parts of a handler, compared with a memory that forgets nothing but what a crash takes. */
class PartsPropertiesTest {

  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final long CAP_SECONDS = 600;

  record Story(List<Step> steps, List<Play.End> ends) {}

  @Provide
  Arbitrary<Story> stories() {
    Arbitrary<Step> steps =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of("0", "1", "2").map(image -> new Step.Edit(image, "0"))),
            Tuple.of(8, fates().map(Step.Look::new)),
            Tuple.of(
                3,
                Arbitraries.integers()
                    .between(1, 40)
                    .map(seconds -> new Step.Wait(Duration.ofSeconds(seconds)))),
            Tuple.of(1, Arbitraries.create(Step.Restart::new)));
    return Combinators.combine(
            steps.list().ofMaxSize(40), Arbitraries.of(Play.End.class).list().ofMaxSize(20))
        .as(Story::new);
  }

  private static Arbitrary<Fate> fates() {
    return Arbitraries.frequency(
        Tuple.of(6, Fate.WRITTEN), Tuple.of(1, Fate.DELAYED), Tuple.of(2, Fate.CRASHED));
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void every_part_ends_once_for_what_the_object_asks_for(@ForAll("stories") Story story) {
    Run run = new Run(story.ends());

    story.steps().forEach(run::step);
    run.settle();

    HandlingState state = run.state();
    assertThat(state.baseline()).isNotNull();
    assertThat(state.subs()).isEmpty();
    assertThat(run.finished).isTrue();
  }

  /**
   * What is known of a part.
   *
   * @param ended the hash of the essence that it ended for
   */
  private record Known(
      @Nullable String ended,
      boolean failed,
      int attempts,
      int pauses,
      @Nullable Instant notBefore) {
    static final Known NOTHING = new Known(null, false, 0, 0, null);

    Known next(Play.End end, String essence, Instant now) {
      return switch (end) {
        case SUCCESS -> new Known(essence, false, 0, 0, null);
        case FOR_GOOD -> new Known(essence, true, 0, 0, null);
        case LATER -> trying(1, now.plus(Play.DELAY));
        case AT_ONCE -> trying(1, now);
        case UNEXPECTED -> trying(1, now.plus(pause()));
        case API_TROUBLE -> trying(0, now.plus(pause()));
      };
    }

    private Known trying(int more, Instant next) {
      return new Known(null, false, attempts + more, pauses + 1, next);
    }

    private Duration pause() {
      return Duration.ofSeconds(Math.min(CAP_SECONDS, 1L << Math.min(pauses, 20)));
    }

    /** What counts for an object that asks for this. */
    Known of(String essence) {
      return ended == null || ended.equals(essence) ? this : NOTHING;
    }

    boolean isDue(Instant now) {
      return ended == null && (notBefore == null || !notBefore.isAfter(now));
    }
  }

  private static final class Run {

    private final Deque<Play.End> ends;
    private final Life life = new Life(Stage.SHARED.kind(Set.of("createParts")), this::parent);
    private Map<String, Known> known = new HashMap<>();
    private Map<String, Known> durable = new HashMap<>();
    private boolean finishing;
    private boolean finished;
    private @Nullable AssertionError wrong;

    Run(List<Play.End> ends) {
      this.ends = new ArrayDeque<>(ends);
    }

    private void parent(HandlerContext context) {
      check(() -> assertThat(finished || finishing).as("called again").isFalse());
      String essence = Essence.of(life.object()).hash();
      Instant now = life.time.now();
      for (String name : NAMES) {
        Known before = known.getOrDefault(name, Known.NOTHING).of(essence);
        Deque<Sub> calls = new ArrayDeque<>();
        boolean succeeded =
            context
                .subHandlers()
                .run(
                    name,
                    part -> {
                      calls.add(part);
                      Play.End end = ends.isEmpty() ? Play.End.SUCCESS : ends.remove();
                      known.put(name, before.next(end, essence, now));
                      new Play(end, null).perform();
                    });
        check(
            () -> {
              assertThat(calls).as("calls of %s", name).hasSize(before.isDue(now) ? 1 : 0);
              assertThat(calls)
                  .allSatisfy(
                      part -> assertThat(part.retry().attempt()).isEqualTo(before.attempts()));
              Known after = known.getOrDefault(name, Known.NOTHING).of(essence);
              assertThat(succeeded).isEqualTo(after.ended() != null && !after.failed());
            });
      }
      finishing =
          NAMES.stream()
              .allMatch(
                  name -> known.getOrDefault(name, Known.NOTHING).of(essence).ended() != null);
    }

    /** An assertion that fails here would be taken for a failure of the handler. */
    private void check(Runnable assertion) {
      try {
        assertion.run();
      } catch (AssertionError e) {
        wrong = wrong == null ? e : wrong;
      }
    }

    void step(Step step) {
      if (step instanceof Step.Edit edit) {
        life.image(edit.image());
      } else if (step instanceof Step.Wait wait) {
        life.time.advance(wait.duration());
      } else if (step instanceof Step.Restart) {
        life.restart();
        forget();
      } else if (step instanceof Step.Look look && life.isDue()) {
        look(look.fate());
      }
    }

    private void look(Fate fate) {
      life.look(fate);
      if (wrong != null) {
        throw wrong;
      }
      if (fate == Fate.WRITTEN) {
        durable = new HashMap<>(known);
        finished |= finishing;
      } else if (fate == Fate.CRASHED) {
        forget();
      }
    }

    private void forget() {
      known = new HashMap<>(durable);
      finishing = false;
    }

    void settle() {
      for (int looks = 0; life.isDue() || life.pause() != null; looks++) {
        assertThat(looks).as("looks until all is settled").isLessThan(500);
        Duration pause = life.pause();
        if (!life.isDue() && pause != null) {
          life.time.advance(pause);
        }
        look(Fate.WRITTEN);
      }
    }

    HandlingState state() {
      ObjectNode metadata = life.object().withObject("/metadata");
      return StateCodec.read(metadata.path("annotations").path(Life.MARKS.state()).asText());
    }
  }
}
