package io.jopf.operator;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.HandlerContext;
import io.jopf.annotation.ErrorMode;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnResume;
import io.jopf.annotation.OnUpdate;
import io.micronaut.context.annotation.Requires;

/** One handler of every sort; a test picks those that it needs by name. */
@Handlers(ConfigMap.class)
@Requires(property = Stage.PROPERTY)
final class LifeHandlers {

  private final Script script;

  LifeHandlers(Script script) {
    this.script = script;
  }

  @OnCreate
  void create(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(backoff = "20s")
  void createSlowly(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(retries = 3)
  void createThrice(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(timeout = "45s")
  void createInTime(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate(backoff = "1h", maxBackoff = "3h")
  void updateRarely(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(errors = ErrorMode.PERMANENT)
  void createOrNot(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(errors = ErrorMode.IGNORED)
  void createSomehow(HandlerContext context) {
    script.play(context);
  }

  @OnCreate
  @OnUpdate
  void createAndUpdate(HandlerContext context) {
    script.play(context);
  }

  @OnCreate
  @OnResume
  void createAndResume(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate
  void update(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate(retries = 3)
  void updateThrice(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate(field = "data.image")
  void image(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate
  @OnResume
  void updateAndResume(HandlerContext context) {
    script.play(context);
  }

  @OnResume
  void resume(HandlerContext context) {
    script.play(context);
  }

  @OnDelete
  void delete(HandlerContext context) {
    script.play(context);
  }

  @OnDelete(retries = 2)
  void deleteTwice(HandlerContext context) {
    script.play(context);
  }

  @OnDelete(optional = true)
  void goodbye(HandlerContext context) {
    script.play(context);
  }

  @OnCreate(after = "create")
  void createLater(HandlerContext context) {
    script.play(context);
  }

  @OnUpdate(after = {"update", "image"})
  void updateLater(HandlerContext context) {
    script.play(context);
  }

  @OnDelete(after = "delete")
  void deleteLater(HandlerContext context) {
    script.play(context);
  }

  @OnDelete(after = "deleteLater")
  void deleteLast(HandlerContext context) {
    script.play(context);
  }

  @OnCreate
  void createParts(HandlerContext context) {
    script.play(context);
  }
}
