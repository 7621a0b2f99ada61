package io.jopf.test.scenarios.takeover;

import io.jopf.Diff;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnResume;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Thing.class)
class HeirHandlers {

  final List<String> calls = new CopyOnWriteArrayList<>();

  @OnCreate
  void createFn(Thing thing, Retry retry) {
    calls.add("create " + thing.getMetadata().getName() + " " + retry.attempt());
  }

  @OnCreate
  void createToo(Thing thing, Retry retry) {
    calls.add("createToo " + thing.getMetadata().getName() + " " + retry.attempt());
  }

  @OnUpdate
  @OnResume
  void updateFn(Thing thing, Reason reason, Diff diff) {
    String changed = diff.items().isEmpty() ? "" : " " + diff.items().get(0).path();
    calls.add(reason.text() + " " + thing.getMetadata().getName() + changed);
  }

  @OnDelete
  void deleteFn(Thing thing, Retry retry) {
    calls.add("delete " + thing.getMetadata().getName() + " " + retry.attempt());
  }
}
