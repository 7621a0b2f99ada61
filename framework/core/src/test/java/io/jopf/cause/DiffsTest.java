package io.jopf.cause;

import static io.jopf.cause.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Diff;
import io.jopf.json.Json;
import io.jopf.json.Trees;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DiffsTest {

  @Provide
  Arbitrary<ObjectNode> trees() {
    return Trees.objects(false);
  }

  @Property
  void there_is_a_difference_exactly_when_two_trees_differ(
      @ForAll("trees") ObjectNode before, @ForAll("trees") ObjectNode after) {
    assertThat(Diffs.between(before, after).isEmpty()).isEqualTo(before.equals(after));
  }

  @Property
  void each_item_names_what_is_at_its_path_on_both_sides(
      @ForAll("trees") ObjectNode before, @ForAll("trees") ObjectNode after) {
    for (Diff.Item item : Diffs.between(before, after).items()) {
      assertThat(item.before()).isEqualTo(Json.at(before, item.path()));
      assertThat(item.after()).isEqualTo(Json.at(after, item.path()));
      assertThat(item.before()).isNotEqualTo(item.after());
    }
  }

  @Test
  void added_changed_and_removed_fields_are_told_apart_in_the_order_of_their_names() {
    Diff diff = Diffs.between(json("{'c':1,'b':{'x':1}}"), json("{'a':1,'b':{'x':2}}"));

    assertThat(diff.items())
        .extracting(Diff.Item::op, Diff.Item::path)
        .containsExactly(
            tuple(Diff.Op.ADD, List.of("a")),
            tuple(Diff.Op.CHANGE, List.of("b", "x")),
            tuple(Diff.Op.REMOVE, List.of("c")));
  }

  @Test
  void a_list_that_grows_is_one_change_of_the_whole_list() {
    Diff diff = Diffs.between(json("{'list':[1]}"), json("{'list':[1,2]}"));

    assertThat(diff.items())
        .containsExactly(
            new Diff.Item(
                Diff.Op.CHANGE,
                List.of("list"),
                json("{'list':[1]}").path("list"),
                json("{'list':[1,2]}").path("list")));
  }

  @Test
  void absent_and_null_are_the_same() {
    assertThat(Diffs.between(json("{'a':null}"), json("{}")).isEmpty()).isTrue();
  }

  @Test
  void values_that_are_no_objects_differ_at_the_empty_path() {
    assertThat(Diffs.between(NullNode.getInstance(), IntNode.valueOf(1)).items())
        .extracting(Diff.Item::op, Diff.Item::path)
        .containsExactly(tuple(Diff.Op.ADD, List.of()));
  }
}
