package io.jopf.metrics;

import io.jopf.ObjectKey;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** All observers of the application, none perhaps. */
@Singleton
@Bean(typed = Observers.class)
public final class Observers implements Observer {

  private final List<Observer> all;

  Observers(List<Observer> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void handles(String kind, IntSupplier waiting) {
    all.forEach(one -> one.handles(kind, waiting));
  }

  @Override
  public void ran(HandlerRun run) {
    all.forEach(one -> one.ran(run));
  }

  @Override
  public void wrote(String kind, ObjectKey object, String what, String answer) {
    all.forEach(one -> one.wrote(kind, object, what, answer));
  }

  @Override
  public void waits(String kind, ObjectKey object, Duration pause, String why) {
    all.forEach(one -> one.waits(kind, object, pause, why));
  }

  @Override
  public void mayLead(BooleanSupplier leads) {
    all.forEach(one -> one.mayLead(leads));
  }

  @Override
  public void leads() {
    all.forEach(Observer::leads);
  }

  @Override
  public void eventDropped(String why) {
    all.forEach(one -> one.eventDropped(why));
  }

  @Override
  public void watches(
      String stream, Supplier<Duration> silence, LongSupplier lists, LongSupplier restarts) {
    all.forEach(one -> one.watches(stream, silence, lists, restarts));
  }
}
