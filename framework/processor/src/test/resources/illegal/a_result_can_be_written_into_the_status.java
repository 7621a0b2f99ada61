package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

import java.util.*;
import java.util.concurrent.*;

@Handlers(ConfigMap.class)
class a_result_can_be_written_into_the_status {

  @OnCreate
  // error: returns CompletableFuture<String>: a handler is done when it returns; wait for the result and return that
  CompletableFuture<String> later(ConfigMap map) {
    return new CompletableFuture<>();
  }

  @OnUpdate
  // error: returns Optional<String>: return the value itself, or null for none
  Optional<String> perhaps(ConfigMap map) {
    return Optional.empty();
  }

  @OnResume
  // error: returns ConfigMap: what a handler returns is written into the status; return a status, and change objects through Patch or Children
  ConfigMap itself(ConfigMap map) {
    return map;
  }

  @Reconcile
  // error: returns String: what @Reconcile returns becomes the whole status; return an object or void
  String text(ConfigMap map) {
    return "";
  }

  @Reconcile
  // error: returns List<String>: what @Reconcile returns becomes the whole status; return an object or void
  List<String> list(ConfigMap map) {
    return List.of();
  }

  @Reconcile
  // error: returns boolean: what @Reconcile returns becomes the whole status; return an object or void
  boolean flag(ConfigMap map) {
    return true;
  }

  @Reconcile
  // error: returns String[]: what @Reconcile returns becomes the whole status; return an object or void
  String[] array(ConfigMap map) {
    return new String[0];
  }
}
