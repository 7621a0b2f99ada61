package io.jopf.admission.review;

import io.jopf.HandlerContext;
import io.jopf.Warnings;
import io.micronaut.core.bind.TypeArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Passes the warnings to add to. */
@Singleton
final class WarningsBinder implements TypeArgumentBinder<Warnings, HandlerContext> {

  @Override
  public Argument<Warnings> argumentType() {
    return Argument.of(Warnings.class);
  }

  @Override
  public BindingResult<Warnings> bind(
      ArgumentConversionContext<Warnings> argument, HandlerContext context) {
    return () ->
        context instanceof ReviewInvocation review
            ? Optional.of(review.warnings())
            : Optional.empty();
  }
}
