package io.jopf.test.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class StrategicMergePatchTest {

  private static ObjectNode patched(String object, String patch) {
    ObjectNode target = Json.parseObject(object.replace('\'', '"'));
    new StrategicMergePatch(ListTypes.BUILT_IN)
        .apply(target, Json.parseObject(patch.replace('\'', '"')));
    return target;
  }

  private static ObjectNode json(String text) {
    return Json.parseObject(text.replace('\'', '"'));
  }

  @Test
  void items_with_a_key_merge_and_new_ones_are_added() {
    assertThat(
            patched(
                "{'containers':[{'name':'a','image':'1','tty':true}]}",
                "{'containers':[{'name':'a','image':'2'},{'name':'b'}]}"))
        .isEqualTo(json("{'containers':[{'name':'a','image':'2','tty':true},{'name':'b'}]}"));
  }

  @Test
  void items_objects_and_fields_can_be_deleted() {
    assertThat(
            patched(
                "{'x':1,'y':{'z':1},'containers':[{'name':'a'},{'name':'b'}]}",
                "{'x':null,'y':{'$patch':'delete'},"
                    + "'containers':[{'name':'a','$patch':'delete'}]}"))
        .isEqualTo(json("{'containers':[{'name':'b'}]}"));
  }

  @Test
  void a_list_or_an_object_can_be_replaced_as_a_whole() {
    assertThat(
            patched(
                "{'y':{'z':1},'containers':[{'name':'a'}]}",
                "{'y':{'$patch':'replace','q':2},"
                    + "'containers':[{'$patch':'replace'},{'name':'b'}]}"))
        .isEqualTo(json("{'y':{'q':2},'containers':[{'name':'b'}]}"));
  }

  @Test
  void values_of_a_set_are_added_and_removed_by_name() {
    assertThat(
            patched(
                "{'finalizers':['a','b']}",
                "{'finalizers':['b','c'],'$deleteFromPrimitiveList/finalizers':['a'],"
                    + "'$setElementOrder/finalizers':['b','c']}"))
        .isEqualTo(json("{'finalizers':['b','c']}"));
  }

  @Test
  void a_list_without_a_key_is_replaced() {
    assertThat(patched("{'args':['a','b']}", "{'args':['c']}")).isEqualTo(json("{'args':['c']}"));
  }
}
