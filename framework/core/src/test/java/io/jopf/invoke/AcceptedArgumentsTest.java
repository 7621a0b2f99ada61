package io.jopf.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.Cancellation;
import io.jopf.Children;
import io.jopf.Diff;
import io.jopf.EventRecorder;
import io.jopf.HandlerContext;
import io.jopf.Indexed;
import io.jopf.Live;
import io.jopf.Memo;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.Retry;
import io.jopf.Stopped;
import io.jopf.SubHandlers;
import io.jopf.WatchEvent;
import io.jopf.Watched;
import io.jopf.annotation.Daemon;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnEvent;
import io.jopf.annotation.OnTimer;
import io.jopf.annotation.OnUpdate;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.handler.check.StartupCheck;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class AcceptedArgumentsTest {

  private static final String PROPERTY = "test.accepted.arguments";

  @Handlers(ConfigMap.class)
  @Requires(property = PROPERTY)
  static class Everything {

    @OnUpdate
    void change(
        ConfigMap map,
        GenericKubernetesResource raw,
        Reason reason,
        Retry retry,
        Diff diff,
        Children children,
        EventRecorder events,
        Requeue requeue,
        Cancellation cancellation,
        Memo memo,
        SubHandlers subHandlers,
        Logger logger,
        HandlerContext context,
        Patch<ConfigMap> patch,
        @Old JsonNode before,
        @New JsonNode after) {}

    @Reconcile
    @Owns(Pod.class)
    @Watches(Secret.class)
    void level(Owned<Pod> pods, Watched<Secret> secrets) {}
  }

  @Handlers(Secret.class)
  @Requires(property = PROPERTY)
  static class Beside {

    @Daemon
    void daemon(Live<Secret> live, Stopped stopped) {}

    @OnEvent
    void event(WatchEvent event) {}

    @Index
    Map<String, String> byName(Secret secret) {
      return Map.of();
    }

    @OnTimer(interval = "1m")
    void timer(Indexed<String, String> byName) {}
  }

  @Test
  void what_the_rules_accept_can_be_bound() {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("jopf.enabled", "false", PROPERTY, "true"))) {
      BeanDefinition<Everything> everything = context.getBeanDefinition(Everything.class);
      BeanDefinition<Beside> beside = context.getBeanDefinition(Beside.class);
      StartupCheck.check(List.of(everything, beside));

      StandardArguments standard = context.getBean(StandardArguments.class);
      assertThat(
              Stream.of(everything, beside).flatMap(bean -> bean.getExecutableMethods().stream()))
          .hasSize(6)
          .flatExtracting(method -> List.of(method.getArguments()))
          .allSatisfy(argument -> assertThat(standard.find((Argument<?>) argument)).isPresent());
    }
  }
}
