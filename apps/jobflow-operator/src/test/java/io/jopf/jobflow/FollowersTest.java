package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.jopf.ObjectKey;
import io.jopf.Reconciler;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.node.NodeChoice;
import io.jopf.jobflow.node.NodeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowersTest {
  private final List<String> woken = new ArrayList<>();
  private final Followers followers = new Followers(new Woken());

  @Test
  void a_heartbeat_wakes_nobody() {
    follow("all", spec());

    followers.changed(node(true, false), node(true, false));

    assertThat(woken).isEmpty();
  }

  @Test
  void a_change_wakes_only_those_to_which_it_means_something() {
    DaemonJobSpec ready = spec();
    ready.setOnlyReadyNodes(true);
    DaemonJobSpec respectful = spec();
    respectful.setTaintPolicy("Respect");
    follow("all", spec());
    follow("ready", ready);
    follow("respectful", respectful);

    followers.changed(node(true, false), node(false, false));
    assertThat(woken).containsExactly("ready");
    woken.clear();
    followers.changed(node(true, true), node(true, false));
    assertThat(woken).containsExactly("respectful");
  }

  @Test
  void nodes_that_come_and_go_wake_all_that_are_not_over() {
    follow("a", spec());
    follow("b", spec());
    followers.unfollow(new ObjectKey("team", "b"));

    followers.changed(null, node(true, false));
    followers.changed(node(true, false), null);

    assertThat(woken).containsExactly("a", "a");
  }

  private void follow(String name, DaemonJobSpec spec) {
    followers.follow(new ObjectKey("team", name), new NodeChoice(spec));
  }

  private static DaemonJobSpec spec() {
    DaemonJobSpec spec = new DaemonJobSpec();
    spec.setTemplate(new PodTemplateSpec());
    return spec;
  }

  private static NodeFacts node(boolean ready, boolean cordoned) {
    return new NodeFacts("n", "uid", Map.of(), List.of(), cordoned, ready);
  }

  /** Notes who is to be looked at again. */
  private final class Woken implements Reconciler {
    @Override
    public void reconcileAll() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void reconcileAll(Class<? extends HasMetadata> kind) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void reconcile(Class<? extends HasMetadata> kind, ObjectKey key) {
      woken.add(key.name());
    }
  }
}
