package io.jopf.admission.review;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnValidate;
import io.micronaut.context.annotation.Requires;
import java.util.concurrent.CountDownLatch;

/** A handler that waits until it may go on. */
@Handlers(ConfigMap.class)
@Requires(property = Slow.PROPERTY)
public class Slow {

  public static final String PROPERTY = "test.admission.slow";

  public final CountDownLatch begun = new CountDownLatch(1);
  public final CountDownLatch go = new CountDownLatch(1);

  @OnValidate
  void slow(ConfigMap map) throws InterruptedException {
    begun.countDown();
    go.await();
  }
}
