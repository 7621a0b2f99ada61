package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class a_filter_can_match {

  @OnCreate(labels = "app=a=b", annotations = "app,,tier")
  // error: @OnCreate(labels = "app=a=b"): 'app=a=b' is not a part of a label selector such as app=x, app!=x, app in (x,y), app or !app
  // error: @OnCreate(annotations = "app,,tier"): a label selector has no empty parts
  void selectors(ConfigMap map) {}

  @OnResume(value = "red")
  // error: @OnResume(value = "red"): of what? name the field
  void nothing(ConfigMap map) {}

  @OnUpdate(oldValue = FieldValue.ABSENT)
  // error: @OnUpdate(oldValue = "<absent>"): of what? name the field
  void nowhere(ConfigMap map) {}

  @OnUpdate(field = "data.colour", value = "red", newValue = "blue")
  // error: @OnUpdate(value = "red"): it is the old or the new one; leave it out beside those two
  void twice(ConfigMap map) {}

  @OnUpdate(field = "data.colour", oldValue = "red", newValue = "red")
  // error: @OnUpdate(newValue = "red"): the old one is the same; no change is like that
  void never(ConfigMap map) {}

  @OnDelete(when = NoPredicate.class)
  // error: @OnDelete(when = NoPredicate.class): a predicate is a bean; name a class that is neither abstract nor an interface
  void unfinished(ConfigMap map) {}

  @Reconcile(when = SecretPredicate.class)
  // error: @Reconcile(when = SecretPredicate.class): it tests Secret; the class handles ConfigMap
  void other(ConfigMap map) {}

  @OnField(field = "")
  // error: @OnField(field = ""): name a field such as spec.x
  void anything(ConfigMap map) {}

  @OnField(field = "data..colour")
  @OnField(field = "data.size", value = "1", oldValue = "2")
  // error: @OnField(field = "data..colour"): a field path has no empty parts
  // error: @OnField(value = "1"): it is the old or the new one; leave it out beside those two
  void several(ConfigMap map) {}

  @OnField(field = "data.size", value = "1")
  @OnField(field = "data.size", value = "2")
  // error: the id 'same/data.size' belongs to the method 'same' already; set id on one of the two
  void same(ConfigMap map) {}

  @Reconcile
  @OnField(field = "data.size")
  // error: @Reconcile and @OnField on one method: @Reconcile runs on any change already; use two methods
  void mixed(ConfigMap map) {}
}

abstract class NoPredicate implements ObjectPredicate<ConfigMap> {}

class SecretPredicate implements ObjectPredicate<Secret> {
  @Override
  public boolean test(Secret secret) {
    return true;
  }
}
