package io.jopf.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private final ObjectNode object =
      json(
          "{'apiVersion':'v1','kind':'Thing','metadata':{'name':'a','uid':'u'},"
              + "'spec':{'n':1},'status':{'old':1}}");
  private final Changes changes = new Changes(object);

  @Test
  void nothing_is_sent_when_nothing_differs() {
    changes.status(json("{'old':1}"));
    changes.main(now -> object.deepCopy());

    assertThat(changes.statusPatch()).isEmpty();
    assertThat(changes.mainPatch()).isEmpty();
    assertThat(changes.finalizer()).isNull();
  }

  @Test
  void status_and_the_rest_are_sent_apart() {
    changes.result("handler", IntNode.valueOf(2));
    changes.annotation("example.com/a", "1");
    ObjectNode edited = changes.object();
    edited.withObject("/spec").put("n", 2);
    changes.main(now -> edited);

    assertThat(changes.statusPatch()).isEqualTo(json("{'status':{'handler':2}}"));
    assertThat(changes.mainPatch())
        .isEqualTo(json("{'metadata':{'annotations':{'example.com/a':'1'}},'spec':{'n':2}}"));
  }

  @Test
  void an_edit_of_the_rest_cannot_touch_the_status() {
    ObjectNode edited = changes.object();
    edited.remove("status");

    changes.main(now -> edited);

    assertThat(changes.statusPatch()).isEmpty();
  }

  @Test
  void a_new_status_replaces_the_old_one() {
    changes.status(json("{'new':1}"));

    assertThat(changes.statusPatch()).isEqualTo(json("{'status':{'new':1,'old':null}}"));
    assertThat(changes.status()).isEqualTo(json("{'new':1}"));
  }

  @Test
  void the_first_result_makes_the_status() {
    Changes first = new Changes(json("{'metadata':{'name':'a'}}"));

    first.result("handler", IntNode.valueOf(1));

    assertThat(first.statusPatch()).isEqualTo(json("{'status':{'handler':1}}"));
  }

  @Test
  void what_only_the_server_writes_is_never_sent() {
    ObjectNode edited = changes.object();
    edited.put("kind", "Other").put("apiVersion", "v2");
    edited.withObject("/metadata").put("name", "b").put("uid", "x").putArray("finalizers").add("f");

    changes.main(now -> edited);

    assertThat(changes.mainPatch()).isEmpty();
  }

  @Test
  void a_label_that_is_taken_off_is_sent_as_null() {
    Changes labelled = new Changes(json("{'metadata':{'labels':{'a':'1','b':'2'}}}"));
    labelled.main(now -> json("{'metadata':{'labels':{'b':'2'}}}"));

    assertThat(labelled.mainPatch()).isEqualTo(json("{'metadata':{'labels':{'a':null}}}"));
  }

  @Test
  void the_object_of_the_cycle_stays_as_it_was() {
    ObjectNode before = object.deepCopy();

    changes.annotation("a", "b");
    changes.result("x", IntNode.valueOf(1));
    changes.object().removeAll();
    changes.status().removeAll();

    assertThat(object).isEqualTo(before);
    assertThat(changes.status()).isEqualTo(json("{'old':1,'x':1}"));
  }

  @Test
  void edits_in_place_leave_the_object_of_the_cycle_alone() {
    ObjectNode before = object.deepCopy();

    changes.main(
        all -> {
          all.withObject("/spec").put("n", 7);
          all.withObject("/metadata/labels").put("l", "1");
          return all;
        });
    changes.status(
        all -> {
          all.withObject("/spec").put("n", 8);
          all.withObject("/status").put("seen", 2);
          return all;
        });

    assertThat(object).isEqualTo(before);
    assertThat(changes.mainPatch())
        .isEqualTo(json("{'spec':{'n':7},'metadata':{'labels':{'l':'1'}}}"));
    assertThat(changes.statusPatch()).isEqualTo(json("{'status':{'seen':2}}"));
    ObjectNode fresh = before.deepCopy();
    assertThat(changes.on(fresh).mainPatch()).isEqualTo(changes.mainPatch());
    assertThat(fresh).isEqualTo(before);
  }

  @Test
  void what_nobody_looks_at_is_not_made() {
    Changes none =
        new Changes(
            () -> {
              throw new AssertionError("not needed");
            });

    assertThat(none.isEmpty()).isTrue();
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
