package io.jopf.operator;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.HandlerContext;
import io.jopf.ObjectPredicate;
import io.jopf.annotation.FieldValue;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnField;
import io.jopf.annotation.OnResume;
import io.jopf.annotation.OnUpdate;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;

/** Handlers of some objects only; a test picks those that it needs by name. */
@Handlers(ConfigMap.class)
@Requires(property = Stage.PROPERTY)
final class FilterHandlers {

  private final Script script;

  FilterHandlers(Script script) {
    this.script = script;
  }

  @OnCreate(labels = "app=web")
  void createWeb(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate(labels = "app=web")
  void updateWeb(HandlerContext context) {
    script.play(context);
  }

  @OnResume(labels = "app=web")
  void resumeWeb(HandlerContext context) {
    script.play(context);
  }

  @OnDelete(labels = "app=web")
  void deleteWeb(HandlerContext context) {
    script.play(context);
  }

  @OnDelete(labels = "app!=web", optional = true)
  void goodbyeOthers(HandlerContext context) {
    script.play(context);
  }

  @OnResume(whileDeleting = true)
  void resumeAnyway(HandlerContext context) {
    script.play(context);
  }

  @OnField(field = "data.image", creation = true)
  @OnField(field = "status.phase")
  void fields(HandlerContext context) {
    script.play(context);
  }

  @OnField(field = "status.echo", id = "echo")
  String echo(HandlerContext context) {
    script.play(context);
    return "always the same";
  }

  @OnUpdate(field = "data.image", value = "red")
  void red(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate(field = "data.image", labels = "app=web")
  void imageWeb(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(field = "data.image", value = "1")
  void createOne(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate(field = "data.image", value = "1")
  void imageOne(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate(field = "data.colour", oldValue = FieldValue.ABSENT, newValue = FieldValue.PRESENT)
  void coloured(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(when = Chosen.class)
  void createChosen(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(id = "create.with-a-very-long-name_with-a-very-long-name_with-a-very-long-name_a")
  void createLong(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(id = "create.with-a-very-long-name_with-a-very-long-name_with-a-very-long-name_b")
  void createTwin(HandlerContext context) {
    script.play(context);
  }

  /** Those whose image was chosen; has no answer for one that is broken. */
  @Singleton
  static final class Chosen implements ObjectPredicate<ConfigMap> {
    @Override
    public boolean test(ConfigMap map) {
      String image = Map.copyOf(map.getData()).get("image");
      if ("broken".equals(image)) {
        throw new IllegalStateException("no answer");
      }
      return "chosen".equals(image);
    }
  }
}
