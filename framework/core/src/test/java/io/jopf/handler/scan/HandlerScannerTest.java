package io.jopf.handler.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.ObjectKey;
import io.jopf.ObjectPredicate;
import io.jopf.Reason;
import io.jopf.ResourceMapper;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnEvent;
import io.jopf.annotation.OnField;
import io.jopf.annotation.OnUpdate;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.IllegalHandlerException;
import io.jopf.handler.KindOptions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HandlerScannerTest {

  private static final String NO_MAPPER = "test.scan.mapper";
  private static final String NO_OWN_MAPPER = "test.scan.own-mapper";
  private static final String CONTROLLER = "test.scan.controller";
  private static final String NO_PREDICATE = "test.scan.predicate";
  private static final String SELECTIONS = "test.scan.selections";
  private static final String IGNORED = "test.scan.ignored";
  private static final String OMITTED = "test.scan.omitted";
  private static final String AGREED = "test.scan.agreed";
  private static final String WHOLE = "test.scan.whole";

  @Handlers(ConfigMap.class)
  @Requires(property = NO_MAPPER)
  static class Mapped {
    @Reconcile
    @Watches(value = Secret.class, mapper = NoBean.class)
    void level(ConfigMap map) {}
  }

  @Handlers(ConfigMap.class)
  @Requires(property = NO_OWN_MAPPER)
  static class Owning {
    @Reconcile
    @Owns(value = Secret.class, mapper = NoBean.class)
    void level(ConfigMap map) {}
  }

  @Handlers(ConfigMap.class)
  @Requires(property = CONTROLLER)
  static class Controlling {
    @Reconcile
    @Owns(Secret.class)
    void level(ConfigMap map) {}
  }

  static class NoBean implements ResourceMapper, ObjectPredicate<ConfigMap> {
    @Override
    public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
      return handled;
    }

    @Override
    public boolean test(ConfigMap object) {
      return true;
    }
  }

  @Handlers(ConfigMap.class)
  @Requires(property = NO_PREDICATE)
  static class Asking {
    @OnCreate(when = NoBean.class)
    void create(ConfigMap map) {}
  }

  @Handlers(value = ConfigMap.class, labels = "a")
  @Requires(property = SELECTIONS)
  static class Selecting {
    @OnCreate
    void create(ConfigMap map) {}
  }

  @Handlers(ConfigMap.class)
  @Requires(property = SELECTIONS)
  static class SelectingOthers {
    @OnCreate
    void createOthers(ConfigMap map) {}
  }

  @Handlers(value = ConfigMap.class, ignoredFields = "data.a")
  @Requires(property = IGNORED)
  static class Ignoring {
    @OnCreate
    void create(ConfigMap map) {}
  }

  @Handlers(ConfigMap.class)
  @Requires(property = IGNORED)
  static class Looking {
    @OnUpdate(field = "data.a.b")
    void look(ConfigMap map) {}
  }

  @Handlers(value = ConfigMap.class, omittedFields = "data.big")
  @Requires(property = OMITTED)
  static class Omitting {
    @OnEvent
    void seen(ConfigMap map) {}
  }

  @Handlers(value = ConfigMap.class, omittedFields = "data.big")
  @Requires(property = AGREED)
  static class OmittingToo {
    @OnEvent
    void seenToo(ConfigMap map) {}
  }

  @Handlers(ConfigMap.class)
  @Requires(property = OMITTED)
  static class Keeping {
    @OnEvent
    void keep(ConfigMap map) {}
  }

  @Handlers(
      value = ConfigMap.class,
      labels = "a",
      fields = "metadata.name=x",
      ignoredFields = {"data.a", "data.b.c"})
  @Requires(property = WHOLE)
  static class Whole {
    @OnField(field = "status.phase")
    @OnField(field = "data.d", creation = true, id = "d")
    @OnCreate
    void all(ConfigMap map) {}
  }

  @Test
  void a_mapper_that_is_no_bean_is_told_by_name() {
    assertThatThrownBy(() -> scan(NO_MAPPER))
        .isInstanceOf(IllegalHandlerException.class)
        .hasMessage(
            Mapped.class.getName()
                + ".level: @Watches(mapper = NoBean.class): there is no bean of the class; give it"
                + " a scope such as @Singleton");
  }

  @Test
  void a_mapper_of_children_is_a_bean_too_and_without_one_the_controller_is_meant() {
    assertThatThrownBy(() -> scan(NO_OWN_MAPPER))
        .isInstanceOf(IllegalHandlerException.class)
        .hasMessageContaining("@Owns(mapper = NoBean.class): there is no bean of the class");
    assertThat(scan(CONTROLLER).get(0).secondaries())
        .singleElement()
        .satisfies(secondary -> assertThat(secondary.mapper()).isNull());
  }

  @Test
  void a_predicate_that_is_no_bean_is_told_by_name() {
    assertThatThrownBy(() -> scan(NO_PREDICATE))
        .isInstanceOf(IllegalHandlerException.class)
        .hasMessage(
            Asking.class.getName()
                + ".create: @OnCreate(when = NoBean.class): there is no bean of the class; give it"
                + " a scope such as @Singleton");
  }

  @Test
  void classes_of_one_kind_agree_on_its_selection() {
    assertThatThrownBy(() -> scan(SELECTIONS))
        .isInstanceOf(IllegalHandlerException.class)
        .hasMessage(
            "the classes with @Handlers(ConfigMap.class) say different labels, '' and 'a': say the"
                + " same in all of them");
  }

  @Test
  void classes_of_one_kind_agree_on_what_is_kept() {
    assertThatThrownBy(() -> scan(OMITTED))
        .isInstanceOf(IllegalHandlerException.class)
        .hasMessage(
            "the classes with @Handlers(ConfigMap.class) say different omittedFields: say the same"
                + " in all of them");
    assertThat(scan(AGREED).get(0).options().omitted()).containsExactly(List.of("data", "big"));
  }

  @Test
  void no_class_looks_at_what_another_ignores() {
    assertThatThrownBy(() -> scan(IGNORED))
        .isInstanceOf(IllegalHandlerException.class)
        .hasMessage(
            "the handler 'look' of ConfigMap looks at data.a.b, whose changes"
                + " @Handlers(ignoredFields) ignores");
  }

  @Test
  void a_method_is_a_handler_for_its_causes_and_one_for_every_field() {
    HandledKind kind = scan(WHOLE).get(0);

    assertThat(kind.options())
        .isEqualTo(
            new KindOptions(
                "a",
                "metadata.name=x",
                Set.of(List.of("data", "a"), List.of("data", "b", "c")),
                Set.of()));
    assertThat(kind.essence().watched()).containsExactly(List.of("status", "phase"));
    assertThat(kind.causes())
        .extracting(HandlerSpec::id, handler -> Set.copyOf(handler.reasons().keySet()))
        .containsExactlyInAnyOrder(
            tuple("all", Set.of(Reason.CREATE)),
            tuple("all/status.phase", Set.of(Reason.UPDATE)),
            tuple("d", Set.of(Reason.UPDATE, Reason.CREATE)));
  }

  private static List<HandledKind> scan(String property) {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("jopf.enabled", "false", property, "true"))) {
      return context.getBean(HandlerScanner.class).scan();
    }
  }
}
