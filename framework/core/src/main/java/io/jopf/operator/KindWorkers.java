package io.jopf.operator;

import io.jopf.StartupException;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/**
 * How many objects of one kind may be handled at the same time: {@code
 * jopf.kind-workers.<plural>.<group>}, such as {@code jopf.kind-workers.jobs.batch}; default: as
 * many as of all kinds together.
 */
@Singleton
final class KindWorkers {

  private static final String PREFIX = "jopf.kind-workers.";

  private final Environment settings;

  KindWorkers(Environment settings) {
    this.settings = settings;
  }

  int of(String kind, int all) {
    int count = settings.getProperty(PREFIX + kind, Integer.class).orElse(all);
    if (count < 1) {
      throw new StartupException(PREFIX + kind + " is " + count + ": at least 1");
    }
    return Math.min(count, all);
  }
}
