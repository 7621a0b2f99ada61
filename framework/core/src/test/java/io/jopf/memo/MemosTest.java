package io.jopf.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jopf.Memo;
import io.jopf.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemosTest {

  private final Map<ObjectKey, GenericKubernetesResource> cluster = new HashMap<>();
  private final Memos memos = new Memos(cluster::get);

  private GenericKubernetesResource create(String name, String uid) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setMetadata(
        new ObjectMetaBuilder().withNamespace("default").withName(name).withUid(uid).build());
    cluster.put(ObjectKey.of(object), object);
    return object;
  }

  private static List<String> list(Memo memo) {
    return memo.get(Names.class, Names::new).all;
  }

  private static final class Names {
    final List<String> all = new ArrayList<>();
  }

  @Test
  void what_one_handler_keeps_in_mind_the_next_one_finds() {
    GenericKubernetesResource tom = create("tom", "1");
    list(memos.of(tom)).add("seen");

    assertThat(list(memos.of(create("tom", "1")))).containsExactly("seen");
    assertThat(list(memos.of(create("jerry", "2")))).isEmpty();
    assertThat(memos.of(tom).find(Names.class)).isPresent();
    assertThat(memos.of(tom).find(String.class)).isEmpty();

    memos.of(tom).forget(Names.class);
    assertThat(memos.of(tom).find(Names.class)).isEmpty();
  }

  @Test
  void an_object_made_anew_begins_with_an_empty_one() {
    list(memos.of(create("tom", "1"))).add("seen");

    assertThat(list(memos.of(create("tom", "2")))).isEmpty();
    assertThat(memos.size()).isEqualTo(1);
  }

  @Test
  void nothing_is_kept_of_an_object_that_is_gone_not_even_by_a_handler_that_still_runs() {
    GenericKubernetesResource tom = create("tom", "1");
    list(memos.of(tom)).add("seen");
    ObjectKey key = ObjectKey.of(tom);

    memos.drop(key, tom);
    assertThat(memos.size()).isEqualTo(1);
    cluster.remove(key);
    memos.drop(key, null);

    assertThat(list(memos.of(tom))).isEmpty();
    assertThat(memos.size()).isZero();
  }

  @Test
  void a_late_handler_of_the_old_object_does_not_disturb_the_new_one() {
    GenericKubernetesResource old = create("tom", "1");
    GenericKubernetesResource fresh = create("tom", "2");
    list(memos.of(fresh)).add("new");

    list(memos.of(old)).add("late");

    assertThat(list(memos.of(fresh))).containsExactly("new");
  }

  @Test
  void a_memo_holds_no_null() {
    Memo memo = memos.of(create("tom", "1"));

    assertThatThrownBy(() -> memo.get(String.class, MemosTest::nothing))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("a memo holds no null");
  }

  @SuppressWarnings("NullAway") // what careless callers do
  private static String nothing() {
    return null;
  }
}
