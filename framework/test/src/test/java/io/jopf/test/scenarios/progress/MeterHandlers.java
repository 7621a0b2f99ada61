package io.jopf.test.scenarios.progress;

import io.jopf.PermanentException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Handlers(Meter.class)
class MeterHandlers {

  final List<String> read = new CopyOnWriteArrayList<>();
  volatile boolean broken;

  @OnCreate
  @OnUpdate
  Object reading(Meter meter) {
    String value = meter.getSpec().value;
    read.add(value);
    if (broken) {
      throw new PermanentException("out of order");
    }
    return value.matches("\\d+") ? Integer.valueOf(value) : value;
  }

  @OnCreate
  String seal() {
    return "a field that the CRD does not have";
  }
}
