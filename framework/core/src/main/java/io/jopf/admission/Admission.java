package io.jopf.admission;

import io.jopf.AdmissionRequest;
import io.jopf.admission.review.AdmissionHandler;
import io.jopf.admission.review.Reviewer;
import io.jopf.admission.review.Verdict;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operator's admission handlers. */
@Singleton
public final class Admission {

  private final AdmissionScanner scanner;
  private final Reviewer reviewer;
  private @Nullable List<AdmissionHandler> handlers;

  Admission(AdmissionScanner scanner, Reviewer reviewer) {
    this.scanner = scanner;
    this.reviewer = reviewer;
  }

  /**
   * What the handlers say to a request, all of those that it concerns together: first the ones that
   * change the object, then the others. This is what the API server would come to as far as they
   * are concerned; it asks them one by one, over the network.
   */
  public Verdict review(AdmissionRequest request) {
    return reviewer.review(handlers(), request);
  }

  /** Read when somebody asks, which is after all handlers were checked. */
  synchronized List<AdmissionHandler> handlers() {
    List<AdmissionHandler> all = handlers;
    if (all == null) {
      all = List.copyOf(scanner.scan());
      handlers = all;
    }
    return all;
  }

  Reviewer reviewer() {
    return reviewer;
  }
}
