package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Children;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes what is written; refuses what a test wants refused. */
final class FakeChildren implements Children {
  final List<HasMetadata> created = new ArrayList<>();
  final List<HasMetadata> applied = new ArrayList<>();
  int tried;
  private final Map<String, RuntimeException> refused = new HashMap<>();

  FakeChildren refusing(String name, RuntimeException why) {
    refused.put(name, why);
    return this;
  }

  @Override
  public <T extends HasMetadata> T apply(T desired) {
    applied.add(desired);
    return desired;
  }

  @Override
  public <T extends HasMetadata> T create(T desired) {
    tried++;
    RuntimeException why = refused.get(desired.getMetadata().getName());
    if (why != null) {
      throw why;
    }
    desired.getMetadata().setNamespace("team");
    created.add(desired);
    return desired;
  }

  @Override
  public void ensure(HasMetadata desired) {
    apply(desired);
  }

  @Override
  public <T extends HasMetadata> T takeOver(T desired) {
    throw new UnsupportedOperationException("nothing here takes over");
  }

  @Override
  public <T extends HasMetadata> T adopt(T object) {
    throw new UnsupportedOperationException("nothing here adopts");
  }

  @Override
  public void delete(HasMetadata child) {
    throw new UnsupportedOperationException("nothing here deletes");
  }

  @Override
  public Written written() {
    throw new UnsupportedOperationException();
  }
}
