package io.jopf.cause;

import static io.jopf.cause.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class EssenceTest {

  private static final ObjectNode OBJECT =
      json(
          """
          {'apiVersion':'a/v1','kind':'Thing','spec':{'image':'x'},'status':{'phase':'Running'},
           'metadata':{'name':'one','uid':'u','resourceVersion':'5','generation':2,
            'finalizers':['f'],'ownerReferences':[{'uid':'o'}],'labels':{'team':'blue'},
            'annotations':{'example.com/a':'1','me.jopf.io/state':'{}','jopf.io/retry':'x',
             'kopf.zalando.org/x':'y','kubectl.kubernetes.io/last-applied-configuration':'{}'}}}
          """);

  @Test
  void it_is_spec_labels_and_the_annotations_of_users() {
    assertThat(Essence.of(OBJECT).fields())
        .isEqualTo(
            json(
                """
                {'spec':{'image':'x'},
                 'metadata':{'labels':{'team':'blue'},'annotations':{'example.com/a':'1'}}}
                """));
  }

  @Test
  void it_leaves_the_object_as_it_is() {
    ObjectNode before = OBJECT.deepCopy();

    Essence.of(OBJECT).fields().removeAll();

    assertThat(OBJECT).isEqualTo(before);
  }

  @Test
  void fields_outside_spec_count_too() {
    ObjectNode map = json("{'kind':'ConfigMap','metadata':{'name':'m'},'data':{'a':'1'}}");

    assertThat(Essence.of(map).fields()).isEqualTo(json("{'data':{'a':'1'}}"));
  }

  @Test
  void empty_metadata_is_as_good_as_none() {
    ObjectNode none = json("{'metadata':{'name':'m'},'spec':{}}");
    ObjectNode empty =
        json("{'metadata':{'labels':{},'annotations':{'me.jopf.io/state':'{}'}},'spec':{}}");

    assertThat(Essence.of(empty).hash()).isEqualTo(Essence.of(none).hash());
  }

  @Test
  void a_prefix_that_only_looks_like_ours_is_a_users() {
    ObjectNode object = json("{'metadata':{'annotations':{'notjopf.io/x':'1','jopf':'2'}}}");

    assertThat(Essence.of(object).fields().at("/metadata/annotations")).hasSize(2);
  }

  @Test
  void values_of_secrets_never_show_but_their_changes_do() {
    ObjectNode secret = json("{'kind':'Secret','data':{'password':'aHVudGVyMg=='}}");
    ObjectNode changed = json("{'kind':'Secret','data':{'password':'b3RoZXI='}}");

    Essence essence = Essence.of(secret);

    assertThat(essence.fields().toString()).contains("password").doesNotContain("aHVudGVyMg");
    assertThat(Essence.of(changed).hash()).isNotEqualTo(essence.hash());
    assertThat(Essence.of(secret.deepCopy())).isEqualTo(essence);
  }
}
