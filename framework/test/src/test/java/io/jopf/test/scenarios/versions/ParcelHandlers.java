package io.jopf.test.scenarios.versions;

import io.jopf.Reason;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnUpdate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it weighs, also what is too heavy for the status. */
@Handlers(Parcel.class)
class ParcelHandlers {

  final List<String> log = new CopyOnWriteArrayList<>();

  @OnCreate
  @OnUpdate
  int weigh(Parcel parcel, Reason reason) {
    int weight = parcel.getSpec().weight;
    log.add(reason.text() + " " + parcel.getMetadata().getName() + " " + weight);
    return weight;
  }
}
