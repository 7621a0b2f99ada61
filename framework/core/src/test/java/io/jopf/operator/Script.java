package io.jopf.operator;

import io.jopf.HandlerContext;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** What the handlers of {@link LifeHandlers} do when called. */
@Singleton
@Requires(property = Stage.PROPERTY)
final class Script {

  private Consumer<HandlerContext> player = context -> {};

  void is(Consumer<HandlerContext> next) {
    player = next;
  }

  void play(HandlerContext context) {
    player.accept(context);
  }
}
