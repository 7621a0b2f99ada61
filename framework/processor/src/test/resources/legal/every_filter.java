package example;

import static io.jopf.annotation.FieldValue.ABSENT;
import static io.jopf.annotation.FieldValue.PRESENT;

import io.fabric8.kubernetes.api.model.*;
import io.jopf.*;
import io.jopf.annotation.*;
import jakarta.inject.Singleton;

@Handlers(
    value = ConfigMap.class,
    labels = "app=web,!legacy",
    fields = "metadata.namespace!=kube-system",
    ignoredFields = {"data.replicas", "metadata.annotations.seen"})
class every_filter {

  @OnCreate(labels = "app=web,!legacy", annotations = "team", field = "data.colour", value = "red")
  @OnUpdate(labels = "app=web", field = "data.colour", oldValue = ABSENT, newValue = PRESENT)
  @OnResume(when = AnyPredicate.class, whileDeleting = true)
  @OnDelete(field = "data.colour", value = PRESENT)
  void all(ConfigMap map) {}

  @OnField(field = "data.colour", creation = true)
  @OnField(field = "status.phase", value = "Ready", id = "phase")
  @OnCreate
  void fields(@Old String before, @New String after, Diff diff) {}

  @OnField(field = "data.size", when = MapPredicate.class)
  void one(ConfigMap map) {}

  @Reconcile(labels = "app in (a, b)", annotations = "!off", field = "data", value = PRESENT)
  void level(ConfigMap map) {}
}

@Singleton
class AnyPredicate implements ObjectPredicate<HasMetadata> {
  @Override
  public boolean test(HasMetadata object) {
    return true;
  }
}

@Singleton
class MapPredicate implements ObjectPredicate<ConfigMap> {
  @Override
  public boolean test(ConfigMap map) {
    return true;
  }
}
