package io.jopf.admission.review;

import io.jopf.AdmissionRequest;
import io.jopf.HandlerContext;
import io.micronaut.core.bind.TypeArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Passes the request. */
@Singleton
final class RequestBinder implements TypeArgumentBinder<AdmissionRequest, HandlerContext> {

  @Override
  public Argument<AdmissionRequest> argumentType() {
    return Argument.of(AdmissionRequest.class);
  }

  @Override
  public BindingResult<AdmissionRequest> bind(
      ArgumentConversionContext<AdmissionRequest> argument, HandlerContext context) {
    return () ->
        context instanceof ReviewInvocation review
            ? Optional.of(review.request())
            : Optional.empty();
  }
}
