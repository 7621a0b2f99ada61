package io.jopf.operator;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import jakarta.inject.Singleton;

/**
 * Stops the operator before any bean is destroyed: handlers that still run, and clean-up methods,
 * may use whatever their beans depend on.
 */
@Singleton
@Requires(beans = Operator.class)
final class OperatorEnd implements ApplicationEventListener<ShutdownEvent> {

  private final Operator operator;

  OperatorEnd(Operator operator) {
    this.operator = operator;
  }

  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    operator.stop();
  }
}
