package io.jopf.test.scenarios.leader;

import io.jopf.annotation.Daemon;
import io.jopf.annotation.Handlers;
import io.jopf.test.scenarios.Thing;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** A daemon that does not look whether it is to stop, and asks for more time than there is. */
@Handlers(Thing.class)
class SentryHandlers {

  final String process = UUID.randomUUID().toString();

  @Daemon(cancellationBackoff = "1h", cancellationTimeout = "1h")
  void sentry(Thing thing) throws InterruptedException {
    String name = thing.getMetadata().getName();
    Trace.begins(process, name);
    try {
      new CountDownLatch(1).await();
    } finally {
      Trace.ends(process, name);
    }
  }
}
