package io.jopf.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jopf.Reason;
import io.jopf.handler.Due;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Specs;
import io.jopf.takeover.KopfSettings.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields of the status that handlers look at. */
class KopfWatchedTest {

  private static final KopfSettings ADOPT = KopfSettings.of(Mode.ADOPT);
  private static final HandlerSpec PHASE = Specs.field("phase", "status", "phase");
  private static final HandlerSpec WHOLE = Specs.handler("whole", Reason.CREATE, Reason.UPDATE);

  private static List<Due> due(ObjectNode object) {
    Inheritance taken = Taking.take(ADOPT, object, PHASE, WHOLE);
    return Taking.due(object, taken, PHASE, WHOLE).due();
  }

  @Test
  void what_kopf_has_seen_of_them_is_not_due() {
    assertThat(due(Written.by("settled"))).isEmpty();
  }

  @Test
  void a_change_since_then_is_due_for_who_looks_at_it_and_for_nobody_else() {
    ObjectNode object = Written.by("settled");
    object.withObject("/status").put("phase", "Broken");

    assertThat(due(object))
        .singleElement()
        .returns("phase", due -> due.handler().id())
        .returns(TextNode.valueOf("Ready"), Due::before)
        .returns(TextNode.valueOf("Broken"), Due::after);
  }

  @Test
  void one_that_kopf_did_not_look_at_is_news() {
    HandlerSpec other = Specs.field("other", "status", "other");
    ObjectNode object = Written.by("settled");
    object.withObject("/status").put("other", 1);

    Inheritance taken = Taking.take(ADOPT, object, other);

    assertThat(Taking.due(object, taken, other).due())
        .singleElement()
        .satisfies(due -> assertThat(due.before().isNull()).isTrue());
  }

  @Test
  void what_kopf_itself_has_put_into_the_status_is_none_of_them() {
    HandlerSpec all = Specs.field("all", "status");
    ObjectNode object = Written.by("in-status");

    Inheritance taken = Taking.take(ADOPT, object, all);

    assertThat(taken.state().essences().values())
        .allSatisfy(essence -> assertThat(essence.at("/status/kopf").isMissingNode()).isTrue());
  }
}
