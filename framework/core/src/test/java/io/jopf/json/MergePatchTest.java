package io.jopf.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MergePatchTest {

  @Provide
  Arbitrary<ObjectNode> trees() {
    return Trees.objects(true);
  }

  @Provide
  Arbitrary<ObjectNode> treesWithoutNulls() {
    return Trees.objects(false);
  }

  @Property
  void the_patch_between_two_objects_makes_one_of_the_other(
      @ForAll("treesWithoutNulls") ObjectNode from, @ForAll("treesWithoutNulls") ObjectNode to) {
    assertThat(MergePatch.apply(from, MergePatch.between(from, to))).isEqualTo(to);
  }

  @Property
  void nulls_on_either_side_count_as_absent(
      @ForAll("trees") ObjectNode from, @ForAll("trees") ObjectNode to) {
    ObjectNode result = MergePatch.apply(from, MergePatch.between(from, to));

    assertThat(withoutNulls(result)).isEqualTo(withoutNulls(to));
  }

  @Property
  void between_equal_objects_there_is_nothing_to_send(@ForAll("trees") ObjectNode object) {
    assertThat(MergePatch.between(object, object.deepCopy())).isEmpty();
  }

  @Property
  void a_patch_sent_twice_changes_nothing_more(
      @ForAll("trees") ObjectNode from, @ForAll("trees") ObjectNode to) {
    ObjectNode patch = MergePatch.between(from, to);
    ObjectNode once = MergePatch.apply(from, patch);

    assertThat(MergePatch.apply(once, patch)).isEqualTo(once);
  }

  @Property
  void the_arguments_stay_as_they_are(
      @ForAll("trees") ObjectNode from, @ForAll("trees") ObjectNode to) {
    ObjectNode fromBefore = from.deepCopy();
    ObjectNode toBefore = to.deepCopy();

    ObjectNode patch = MergePatch.between(from, to);
    ObjectNode patchBefore = patch.deepCopy();
    MergePatch.apply(from, patch);

    assertThat(from).isEqualTo(fromBefore);
    assertThat(to).isEqualTo(toBefore);
    assertThat(patch).isEqualTo(patchBefore);
  }

  @Test
  void lists_are_replaced_as_a_whole_and_gone_fields_are_nulled() throws JsonProcessingException {
    ObjectNode patch =
        MergePatch.between(
            read("{'list':[1,2],'gone':1,'inner':{'same':1,'other':1}}"),
            read("{'list':[1,3],'inner':{'same':1,'other':2}}"));

    assertThat(patch).isEqualTo(read("{'gone':null,'list':[1,3],'inner':{'other':2}}"));
  }

  private static ObjectNode read(String text) throws JsonProcessingException {
    return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
  }

  private static ObjectNode withoutNulls(ObjectNode object) {
    ObjectNode copy = object.deepCopy();
    List<String> nulls = new ArrayList<>();
    for (var field : copy.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        nulls.add(field.getKey());
      } else if (value instanceof ObjectNode inner) {
        field.setValue(withoutNulls(inner));
      }
    }
    copy.remove(nulls);
    return copy;
  }
}
