package io.jopf.admission;

import io.jopf.admission.http.Endpoint;
import io.micronaut.context.ApplicationContext;

/** What serves the handlers of an application. */
public final class Serve {

  private Serve() {}

  public static Endpoint endpoint(ApplicationContext context) {
    Admission admission = context.getBean(Admission.class);
    return new Endpoint(admission.handlers(), admission.reviewer());
  }
}
