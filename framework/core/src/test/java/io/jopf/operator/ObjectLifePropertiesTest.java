package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.HandlerContext;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.Marks;
import io.jopf.cause.StateCodec;
import io.jopf.handler.HandledKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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

class ObjectLifePropertiesTest {

  /** One parameter, not three: while shrinking, jqwik moves elements from one to another. */
  record Story(Set<String> handlers, List<Step> steps, List<Play> plays) {}

  @Provide
  Arbitrary<Story> stories() {
    return Combinators.combine(handlers(), steps(), plays()).as(Story::new);
  }

  private static Arbitrary<Set<String>> handlers() {
    return Arbitraries.of(
            "create",
            "createThrice",
            "createAndUpdate",
            "createAndResume",
            "update",
            "updateThrice",
            "image",
            "updateAndResume",
            "resume",
            "delete",
            "deleteTwice",
            "createLater",
            "updateLater",
            "deleteLater",
            "deleteLast",
            "createWeb",
            "updateWeb",
            "resumeWeb",
            "deleteWeb",
            "imageWeb",
            "createOne",
            "imageOne")
        .set()
        .ofMinSize(1);
  }

  private static Arbitrary<List<Step>> steps() {
    Arbitrary<Step> edit =
        Combinators.combine(Arbitraries.of("0", "1", "2"), Arbitraries.of("0", "1"))
            .as(Step.Edit::new);
    Arbitrary<Fate> fates =
        Arbitraries.frequency(
            Tuple.of(8, Fate.WRITTEN),
            Tuple.of(1, Fate.DELAYED),
            Tuple.of(1, Fate.REFUSED),
            Tuple.of(2, Fate.CRASHED));
    return Arbitraries.frequencyOf(
            Tuple.of(4, edit),
            Tuple.of(2, Arbitraries.of("web", "db").map(Step.Label::new)),
            Tuple.of(2, Arbitraries.of("1", "2").map(Step.Ask::new)),
            Tuple.of(8, fates.map(Step.Look::new)),
            Tuple.of(3, Arbitraries.integers().between(1, 40).map(ObjectLifePropertiesTest::pause)),
            Tuple.of(1, Arbitraries.create(Step.Restart::new)),
            Tuple.of(
                1,
                Arbitraries.frequency(
                    Tuple.of(3, new Step.Restart()), Tuple.of(1, new Step.Delete()))))
        .list()
        .ofMaxSize(40);
  }

  private static Arbitrary<List<Play>> plays() {
    Arbitrary<Play.End> ends =
        Arbitraries.frequency(
            Tuple.of(6, Play.End.SUCCESS),
            Tuple.of(2, Play.End.LATER),
            Tuple.of(1, Play.End.AT_ONCE),
            Tuple.of(2, Play.End.UNEXPECTED),
            Tuple.of(1, Play.End.FOR_GOOD),
            Tuple.of(1, Play.End.API_TROUBLE));
    Arbitrary<String> images = Arbitraries.of("0", "1", "2").injectNull(0.8);
    return Combinators.combine(ends, images).as(Play::new).list().ofMaxSize(40);
  }

  private static Step pause(int seconds) {
    return new Step.Wait(Duration.ofSeconds(seconds));
  }

  @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
  void every_handler_deals_with_every_object_as_if_nothing_were_ever_forgotten(
      @ForAll("stories") Story story) {
    Run run = new Run(Stage.SHARED.kind(story.handlers()), story.plays());

    story.steps().forEach(run::step);
    run.settle();

    run.checkEnd();
  }

  /** The real cycle and the model, side by side. */
  private static final class Run {

    private final LifeModel model;
    private final Life life;
    private final Deque<Play> plays;
    private @Nullable Throwable wrong;

    Run(HandledKind kind, List<Play> plays) {
      this.model = new LifeModel(kind);
      this.plays = new ArrayDeque<>(plays);
      this.life =
          new Life(
              kind,
              context -> {
                Play play = check(context);
                duringTheCall(play.image());
                play.perform();
              });
    }

    /** What goes wrong here must fail the test: the invoker would take it for the handler's. */
    private Play check(HandlerContext context) {
      try {
        Play play = plays.isEmpty() ? Play.SUCCESS : plays.remove();
        model.called(context, play);
        return play;
      } catch (AssertionError | RuntimeException e) {
        wrong = wrong == null ? e : wrong;
        return Play.SUCCESS;
      }
    }

    private void duringTheCall(@Nullable String image) {
      if (image != null) {
        life.image(image);
      }
    }

    void step(Step step) {
      if (step instanceof Step.Edit edit) {
        life.edit(
            object ->
                object.withObject("/data").put("image", edit.image()).put("other", edit.other()));
      } else if (step instanceof Step.Label label) {
        life.edit(object -> object.withObject("/metadata/labels").put("app", label.app()));
      } else if (step instanceof Step.Ask ask) {
        life.edit(
            object -> object.withObject("/metadata/annotations").put(Marks.RETRY, ask.value()));
      } else if (step instanceof Step.Look look && life.isDue()) {
        look(look.fate());
      } else if (step instanceof Step.Wait wait) {
        life.time.advance(wait.duration());
      } else if (step instanceof Step.Restart) {
        life.restart();
        model.restart();
      } else if (step instanceof Step.Delete) {
        life.delete();
      }
    }

    private void look(Fate fate) {
      ObjectNode before = life.stored();
      model.lookBegins(before, life.hasUnsaved(), life.time.now());
      life.look(fate);
      if (wrong != null) {
        throw new AssertionError(wrong.getMessage(), wrong);
      }
      model.lookEnds(before, life.stored(), fate);
      checkText();
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

    private void checkText() {
      ObjectNode object = life.stored();
      if (object != null) {
        String text = text(object);
        assertThat(text.isEmpty() ? "" : StateCodec.write(StateCodec.read(text))).isEqualTo(text);
      }
    }

    void checkEnd() {
      ObjectNode object = life.stored();
      if (object == null) {
        return;
      }
      assertThat(object.path("metadata").has("deletionTimestamp")).as("still there").isFalse();
      if (!model.remembers(object)) {
        assertThat(text(object)).isEmpty();
        return;
      }
      model.settled(object);
      Essence essence = Essence.of(object);
      HandlingState state = StateCodec.read(text(object));
      assertThat(state.baseline()).isEqualTo(essence.hash());
      assertThat(state.origin()).isNull();
      assertThat(state.essences()).containsEntry(essence.hash(), essence.fields());
      Set<String> named = new HashSet<>(Set.of(essence.hash()));
      state.handlers().values().stream()
          .map(HandlerRecord::before)
          .filter(Objects::nonNull)
          .forEach(named::add);
      assertThat(state.essences().keySet()).isSubsetOf(named);
      assertThat(state.subs()).isEmpty();
      assertThat(state.handlers().values()).extracting(HandlerRecord::failure).doesNotContainNull();
      assertThat(state.handlers().keySet())
          .containsAll(model.failures(object, true))
          .isSubsetOf(model.failures(object, false));
    }

    private static String text(ObjectNode object) {
      return object.path("metadata").path("annotations").path(Life.MARKS.state()).asText();
    }
  }
}
