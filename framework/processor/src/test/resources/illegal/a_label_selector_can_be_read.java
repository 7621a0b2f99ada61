package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class a_label_selector_can_be_read {

  @Reconcile
  @Owns(value = Job.class, labels = "app=a=b")
  @Watches(value = Node.class, labels = "zone in (a,b), tier==")
  @Watches(value = Secret.class, labels = "app,,tier")
  // error: @Owns(labels = "app=a=b"): 'app=a=b' is not a part of a label selector such as app=x, app!=x, app in (x,y), app or !app
  // error: @Watches(labels = "app,,tier"): a label selector has no empty parts
  void any(ConfigMap map) {}
}
