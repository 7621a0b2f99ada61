package io.jopf.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.NamedExtension;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LeanSerializationTest {

  private static final String BOX =
      "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'box','labels':{'a':'b'},"
          + "'resourceVersion':'7'},'data':{'size':'1'}}";

  private final LeanSerialization serialization = new LeanSerialization();

  private WatchEvent event(String type, String object) {
    String text = "{'type':'" + type + "','object':" + object + "}";
    return serialization.unmarshal(text.replace('\'', '"'), WatchEvent.class);
  }

  @Test
  void what_an_event_is_about_has_no_model_class() {
    WatchEvent event = event("MODIFIED", BOX);

    assertThat(event.getType()).isEqualTo("MODIFIED");
    assertThat(event.getObject())
        .asInstanceOf(InstanceOfAssertFactories.type(GenericKubernetesResource.class))
        .returns("7", object -> object.getMetadata().getResourceVersion())
        .returns(Map.of("size", "1"), object -> object.get("data"));
  }

  @Test
  void who_manages_which_field_is_passed_over() {
    String managed =
        BOX.replace(
            "'labels'",
            "'managedFields':[{'manager':'m','fieldsV1':{'f:data':{'f:size':{}}}}],'labels'");
    String last = "{'object':" + managed + ",'type':'ADDED'}";

    WatchEvent event = serialization.unmarshal(last.replace('\'', '"'), WatchEvent.class);

    assertThat(event.getType()).isEqualTo("ADDED");
    assertThat(event.getObject())
        .isEqualTo(event("ADDED", BOX).getObject())
        .asInstanceOf(InstanceOfAssertFactories.type(GenericKubernetesResource.class))
        .returns(Map.of("a", "b"), object -> object.getMetadata().getLabels())
        .returns(List.of(), object -> object.getMetadata().getManagedFields());
  }

  @Test
  void it_becomes_what_a_watcher_wants() {
    assertThat(serialization.convertValue(event("ADDED", BOX).getObject(), ConfigMap.class))
        .returns(Map.of("size", "1"), ConfigMap::getData)
        .returns(Map.of("a", "b"), box -> box.getMetadata().getLabels());
  }

  @Test
  void an_error_is_a_status() {
    String gone =
        "{'apiVersion':'v1','kind':'Status','metadata':{},'status':'Failure','message':'too old',"
            + "'reason':'Expired','details':{'retryAfterSeconds':3},'code':410}";

    assertThat(event("ERROR", gone).getObject())
        .asInstanceOf(InstanceOfAssertFactories.type(Status.class))
        .returns(410, Status::getCode)
        .returns("too old", Status::getMessage)
        .returns(3, status -> status.getDetails().getRetryAfterSeconds());
  }

  @Test
  void a_bookmark_is_its_version() {
    String bookmark =
        "{'apiVersion':'a/v1','kind':'X','metadata':{'resourceVersion':'9'},'spec':{}}";

    assertThat(event("BOOKMARK", bookmark).getObject())
        .asInstanceOf(InstanceOfAssertFactories.type(GenericKubernetesResource.class))
        .returns("9", object -> object.getMetadata().getResourceVersion());
  }

  @Test
  void an_extension_of_a_kubeconfig_is_kept_as_it_is() {
    LeanSerialization.forKubeconfigs();
    String extension = "name: info\nextension: {provider: minikube, version: 1}\n";

    assertThat(
            Serialization.unmarshal(
                new ByteArrayInputStream(extension.getBytes(StandardCharsets.UTF_8)),
                NamedExtension.class))
        .returns("info", NamedExtension::getName)
        .returns(Map.of("provider", "minikube", "version", 1), NamedExtension::getExtension);
  }

  @Test
  void everything_else_finds_its_model_class_as_ever() {
    KubernetesResource box = serialization.unmarshal(BOX.replace('\'', '"'));

    assertThat(box).isInstanceOf(ConfigMap.class);
  }
}
