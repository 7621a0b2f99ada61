package io.jopf.differential;

import io.jopf.PermanentException;
import io.jopf.Retry;
import io.jopf.SubHandlers;
import io.jopf.TemporaryException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnField;
import io.jopf.annotation.OnTimer;
import io.jopf.annotation.OnUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

@Handlers(Bucket.class)
class BucketHandlers {

  private final Store store;

  BucketHandlers(Store store) {
    this.store = store;
  }

  @OnCreate(id = "make_bucket") // somebody reads status.make_bucket.url
  Map<String, String> makeBucket(Bucket bucket, Retry retry, Logger logger) {
    String name = bucket.getMetadata().getName();
    if (!store.make(name, bucket.getSpec().size())) {
      throw new TemporaryException("the store is busy", Duration.ofSeconds(1));
    }
    logger.info("made at attempt {}", retry.attempt() + 1);
    return Map.of("url", "https://store.example.com/" + name);
  }

  @OnField(field = "spec.users", creation = true)
  void grant(Bucket bucket, @Nullable @New List<String> users, SubHandlers parts) {
    for (String user : users == null ? List.<String>of() : users) {
      parts.run(user, part -> store.grant(bucket.getMetadata().getName(), user));
    }
  }

  @OnUpdate(field = "spec.size")
  void resize(Bucket bucket, @Nullable @Old Integer before) {
    int size = bucket.getSpec().size();
    if (before != null && size < before) {
      throw new PermanentException("a bucket never shrinks");
    }
    store.resize(bucket.getMetadata().getName(), size);
  }

  @OnTimer(interval = "2s")
  int used(Bucket bucket) {
    return store.used(bucket.getMetadata().getName());
  }

  @OnDelete
  void dropBucket(Bucket bucket) {
    store.drop(bucket.getMetadata().getName());
  }
}
