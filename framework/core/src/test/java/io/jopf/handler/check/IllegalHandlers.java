package io.jopf.handler.check;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.Diff;
import io.jopf.ObjectPredicate;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.ResourceMapper;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnField;
import io.jopf.annotation.OnResume;
import io.jopf.annotation.OnUpdate;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.annotation.Watches;
import io.micronaut.context.annotation.Requires;
import java.util.Optional;

/** Handlers that a compiler without the processor lets pass. */
final class IllegalHandlers {

  static final String OPTIONS = "test.illegal.options";
  static final String FILTERS = "test.illegal.filters";
  static final String PARAMETERS = "test.illegal.parameters";
  static final String PLACEHOLDER = "test.illegal.placeholder";

  private IllegalHandlers() {}

  @Handlers(ConfigMap.class)
  @Requires(property = OPTIONS)
  static class Options {

    @OnCreate(id = "a b", retries = 0, backoff = "20")
    Optional<String> create(ConfigMap map) {
      return Optional.empty();
    }

    @OnUpdate(field = "spec..image")
    @OnDelete(id = "create")
    void other(ConfigMap map) {}

    @OnDelete(id = "create")
    void again(ConfigMap map) {}

    @Reconcile
    @Owns(value = Pod.class, labels = "a=b=c")
    @Watches(value = Node.class, mapper = ResourceMapper.class)
    String level(ConfigMap map) {
      return "";
    }
  }

  @Handlers(value = ConfigMap.class, labels = "x y", ignoredFields = "status.a")
  @Requires(property = FILTERS)
  static class Filters {

    @OnCreate(labels = "a=b=c", annotations = "a,,b", value = "1")
    void create(ConfigMap map) {}

    @OnField(field = "")
    @OnField(field = "data.a", value = "1", oldValue = "2")
    void fields(ConfigMap map) {}

    @OnUpdate(field = "data.a", oldValue = "1", newValue = "1")
    @OnDelete(when = Unfinished.class)
    @OnResume(when = OfSecrets.class)
    void others(ConfigMap map) {}
  }

  abstract static class Unfinished implements ObjectPredicate<ConfigMap> {}

  static class OfSecrets implements ObjectPredicate<Secret> {
    @Override
    public boolean test(Secret object) {
      return true;
    }
  }

  @Handlers(HasMetadata.class)
  @Requires(property = OPTIONS)
  static class Nothing {}

  @Handlers(ConfigMap.class)
  @Requires(property = PARAMETERS)
  static class Parameters {

    @OnCreate
    void create(ConfigMap map, int count, Secret secret, @Old String before, Diff diff) {}

    @OnUpdate
    void update(@Old int before, Patch<Secret> patch, Owned<Pod> pods) {}

    @Reconcile
    @SuppressWarnings("rawtypes") // that is the mistake
    void level(Owned pods) {}
  }

  @Handlers(ConfigMap.class)
  @Requires(property = PLACEHOLDER)
  static class Placeholder {

    @OnCreate(backoff = "${test.illegal.placeholder}")
    void create(ConfigMap map) {}
  }
}
