package io.jopf.test.scenarios.filters;

import io.jopf.ObjectPredicate;
import io.jopf.test.scenarios.Thing;
import jakarta.inject.Singleton;

@Singleton
class Affordable implements ObjectPredicate<Thing> {

  private static final int TOO_LARGE = 100;

  @Override
  public boolean test(Thing thing) {
    return thing.getSpec().size < TOO_LARGE;
  }
}
