package io.jopf.test.scenarios.arguments;

import io.jopf.HandlerContext;
import io.micronaut.core.bind.TypeArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

@Singleton
class LedgerBinder implements TypeArgumentBinder<Ledger, HandlerContext> {

  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public Argument<Ledger> argumentType() {
    return Argument.of(Ledger.class);
  }

  @Override
  public BindingResult<Ledger> bind(
      ArgumentConversionContext<Ledger> conversion, HandlerContext context) {
    Ledger ledger = new Ledger(context.raw().getMetadata().getName(), lines);
    return () -> Optional.of(ledger);
  }
}
