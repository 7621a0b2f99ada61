package io.jopf.admission.review;

import io.jopf.AdmissionRequest;
import io.jopf.HandlerContext;
import io.jopf.Warnings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.bind.TypeArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Passes what only handlers of admission requests are given. */
@Factory
final class ReviewArguments {

  @Singleton
  TypeArgumentBinder<AdmissionRequest, HandlerContext> request() {
    return new Binder<>(AdmissionRequest.class, ReviewInvocation::request);
  }

  @Singleton
  TypeArgumentBinder<Warnings, HandlerContext> warnings() {
    return new Binder<>(Warnings.class, ReviewInvocation::warnings);
  }

  private record Binder<T>(Class<T> type, Function<ReviewInvocation, T> part)
      implements TypeArgumentBinder<T, HandlerContext> {

    @Override
    public Argument<T> argumentType() {
      return Argument.of(type);
    }

    @Override
    public BindingResult<T> bind(ArgumentConversionContext<T> argument, HandlerContext context) {
      return () ->
          context instanceof ReviewInvocation review
              ? Optional.of(part.apply(review))
              : Optional.empty();
    }
  }
}
