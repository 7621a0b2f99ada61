package io.jopf.jobflow.run;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who carries out requests to the API server. */
public interface Hands {

  /** One after the other, in the caller's thread. */
  Hands ONE =
      new Hands() {
        @Override
        public <T> List<T> all(List<Supplier<T>> requests, Predicate<T> good) {
          return requests.stream().map(Supplier::get).toList();
        }
      };

  /**
   * Carries them out and waits for that.
   *
   * @param good whether what came of one shows that the API server is well
   * @return what came of each
   */
  <T> List<T> all(List<Supplier<T>> requests, Predicate<T> good);

  /** How many failures of the API server in a row are enough not to try others now. */
  default int patience() {
    return 3;
  }
}
