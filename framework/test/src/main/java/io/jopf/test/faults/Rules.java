package io.jopf.test.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The faults in force. */
final class Rules {

  private final List<Fault> faults = new CopyOnWriteArrayList<>();

  Fault add(Fault fault) {
    faults.add(fault);
    return fault;
  }

  void clear() {
    faults.forEach(Fault::end);
    faults.clear();
  }

  /** The one that strikes a request: of several the oldest, so that they come in their order. */
  @Nullable Fault striking(Request request) {
    for (Fault fault : faults) {
      if (fault.strikes(request)) {
        return fault;
      }
    }
    return null;
  }
}
