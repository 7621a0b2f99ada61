package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A reflector on a scripted server and a clock that a test moves. */
final class Stream {

  final FakeTime time = new FakeTime();
  final ScriptedSource server = new ScriptedSource();
  final List<String> told = new ArrayList<>();
  final List<String> passed = new ArrayList<>();
  final Reflector reflector =
      new Reflector(
          "things",
          server,
          Trimming.NONE,
          new StreamRuntime(time, Runnable::run, Duration.ofSeconds(90), new Random(1)),
          this::tell,
          passed::add);

  private void tell(Delivery delivery) {
    GenericKubernetesResource object = delivery.latest();
    told.add(
        delivery.type()
            + " "
            + object.getMetadata().getName()
            + " "
            + object.getMetadata().getUid()
            + "@"
            + object.getMetadata().getResourceVersion()
            + (delivery.initial() ? " initial" : ""));
  }

  void start(GenericKubernetesResource... objects) {
    server.objects = List.of(objects);
    reflector.start();
    told.clear();
    server.asked.clear();
  }

  static GenericKubernetesResource thing(String name, String uid, long version) {
    GenericKubernetesResource thing = Things.thing(version, 1, "a");
    thing.getMetadata().setName(name);
    thing.getMetadata().setUid(uid);
    return thing;
  }

  boolean isLive() {
    return reflector.report().isLive();
  }

  void pass(int seconds) {
    time.advance(Duration.ofSeconds(seconds));
  }

  /** Long enough for any pause. */
  void settle() {
    pass(31);
  }
}
