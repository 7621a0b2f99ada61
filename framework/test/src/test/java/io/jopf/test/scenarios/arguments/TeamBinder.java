package io.jopf.test.scenarios.arguments;

import io.jopf.HandlerContext;
import io.micronaut.core.bind.annotation.AnnotatedArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

@Singleton
class TeamBinder implements AnnotatedArgumentBinder<Team, String, HandlerContext> {

  @Override
  public Class<Team> getAnnotationType() {
    return Team.class;
  }

  @Override
  public BindingResult<String> bind(
      ArgumentConversionContext<String> conversion, HandlerContext context) {
    Map<String, String> labels = context.raw().getMetadata().getLabels();
    return () -> Optional.ofNullable(labels == null ? null : labels.get("team"));
  }
}
