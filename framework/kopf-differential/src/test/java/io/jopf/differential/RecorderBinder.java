package io.jopf.differential;

import io.jopf.HandlerContext;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.bind.TypeArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

@Singleton
class RecorderBinder implements TypeArgumentBinder<Recorder, HandlerContext> {

  private final Trace trace;

  RecorderBinder(@Value("${trace}") String file) {
    this.trace = new Trace(Path.of(file));
  }

  @Override
  public Argument<Recorder> argumentType() {
    return Argument.of(Recorder.class);
  }

  @Override
  public BindingResult<Recorder> bind(
      ArgumentConversionContext<Recorder> conversion, HandlerContext context) {
    return () -> Optional.of(new Recorder(trace, context));
  }
}
