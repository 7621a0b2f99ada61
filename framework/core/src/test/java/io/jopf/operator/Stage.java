package io.jopf.operator;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jopf.children.ChildWriters;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.client.WriteListener;
import io.jopf.event.EventPoster;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.scan.HandlerScanner;
import io.jopf.index.Indices;
import io.jopf.intake.Extras;
import io.jopf.invoke.Invoker;
import io.jopf.invoke.RunningCalls;
import io.jopf.memo.Memos;
import io.jopf.metrics.Observers;
import io.jopf.time.Time;
import io.micronaut.context.ApplicationContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a cycle that are the same for every test: real, but without an API server. */
final class Stage {

  static final String PROPERTY = "jopf.test.life";
  static final Stage SHARED = new Stage();

  private final ApplicationContext context =
      ApplicationContext.run(Map.of(PROPERTY, "true", "jopf.enabled", "false"));
  private final KubernetesClient unused =
      new KubernetesClientBuilder().withConfig(Config.empty()).build();
  private final Invoker invoker = context.getBean(Invoker.class);
  private final List<HandledKind> kinds = context.getBean(HandlerScanner.class).scan();
  final Script script = context.getBean(Script.class);

  private Stage() {}

  /** The test's kind with only the named handlers, in the order of their declaration. */
  HandledKind kind(Collection<String> ids) {
    HandledKind whole = kinds.get(0);
    List<HandlerSpec> some =
        whole.causes().stream().filter(handler -> ids.contains(handler.id())).toList();
    return new HandledKind(whole.type(), some, List.of(), List.of(), List.of(), whole.options());
  }

  Caller caller(Time time, GenericKubernetesResource object) {
    EventPoster silent = new EventPoster(unused, time, "test", "test", why -> {});
    silent.close();
    ChildWriters writers =
        new ChildWriters(
            unused, kind -> Optional.empty(), kind -> null, "test", WriteListener.NONE);
    return new Callers(
            unused,
            kind -> Optional.empty(),
            silent,
            invoker,
            context.getBean(Observers.class),
            time,
            ResourceKind.of(ConfigMap.class),
            writers,
            surroundings())
        .of(object, Extras.NONE, new RunningCalls(time), Fence.NONE);
  }

  private Surroundings surroundings() {
    Memos memos = new Memos(key -> null);
    return new Surroundings(
        memos, new Indices(), new NoObjects(), (one, changes, term) -> {}, Extras.NONE, Fence.NONE);
  }
}
