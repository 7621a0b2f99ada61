package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.bind.annotation.Bindable;
import java.lang.annotation.*;
import java.util.*;
import org.slf4j.Logger;

@Handlers(ConfigMap.class)
class every_argument_and_option {

  @OnCreate(id = "made", retries = 6, backoff = "20s", errors = ErrorMode.PERMANENT)
  @OnResume
  Map<String, String> create(
      ConfigMap map,
      GenericKubernetesResource raw,
      Reason reason,
      Retry retry,
      Children children,
      EventRecorder events,
      Requeue requeue,
      Cancellation cancellation,
      Memo memo,
      SubHandlers parts,
      Logger log,
      HandlerContext context,
      Patch<ConfigMap> patch) {
    return map.getData();
  }

  @OnUpdate(
      field = "data.image",
      retries = -1,
      backoff = "500ms",
      maxBackoff = "1m",
      jitter = 0.5,
      timeout = "1h")
  String image(@Old String before, @New JsonNode after, Diff diff) {
    return before;
  }

  @OnCreate
  @OnUpdate(field = "metadata.labels")
  int labels(@Old Map<String, String> before, @New byte[] after) {
    return 0;
  }

  @OnUpdate(field = "metadata.annotations.colour")
  void colour(@Old List<? extends Number> before) {}

  @OnUpdate(id = "${name}", backoff = "${pause:20s}", timeout = "${limit}", field = "${field}")
  void configured(ConfigMap map) {}

  @OnDelete
  void needed(ConfigMap map) {}

  @OnDelete(optional = true, retries = 1, after = "needed")
  protected void optional(ConfigMap map) {}

  @OnCreate
  public void own(@Tenant String tenant, @Bindable Locale locale) {}

  @Bindable
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface Tenant {}
}
