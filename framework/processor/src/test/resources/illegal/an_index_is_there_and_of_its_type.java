package example;

import io.fabric8.kubernetes.api.model.*;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

import jakarta.inject.Named;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@Handlers(ConfigMap.class)
class an_index_is_there_and_of_its_type {

  @Index
  Map<String, Integer> byName(
      ConfigMap map,
      // error: parameter 'byName' of type Indexed<String, Integer>: an index is not complete while indices are made; look it up in another handler
      Indexed<String, Integer> byName) {
    return Map.of();
  }

  @OnCreate
  void create(
      // error: parameter 'byColour' of type Indexed<String, Integer>: an_index_is_there_and_of_its_type has no index 'byColour'; it has 'byName'
      Indexed<String, Integer> byColour,
      // error: parameter 'byName' of type Indexed<String, String>: the index 'byName' is Indexed<String, Integer>
      Indexed<String, String> byName,
      // error: parameter 'byAge' of type Indexed<ObjectKey, String>: Others has no index 'byAge'; it has 'age'
      @From(Others.class) Indexed<ObjectKey, String> byAge,
      // error: parameter 'age' of type Indexed<ObjectKey, String>: the index 'age' is Indexed<ObjectKey, Long>
      @From(Others.class) Indexed<ObjectKey, String> age,
      // error: parameter 'none' of type Indexed<String, String>: String has no index 'none'; annotate a method with @Index, or name the class that has one with @From
      @From(String.class) Indexed<String, String> none) {}

  @Handlers(Secret.class)
  static class Others {
    @Index(id = "age")
    long ageOf(Secret secret) {
      return 0;
    }
  }
}
