package io.jopf.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.NamedExtension;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final String FULL =
      "{'apiVersion':'batch/v1','kind':'Job','metadata':{'name':'j','namespace':'n','uid':'u',"
          + "'resourceVersion':'7','generation':2,'creationTimestamp':'2026-05-01T10:00:00Z',"
          + "'deletionTimestamp':'2026-05-01T11:00:00Z','deletionGracePeriodSeconds':0,"
          + "'generateName':'j-','labels':{'a':'b'},'annotations':{'c':'d'},'finalizers':['f'],"
          + "'ownerReferences':[{'apiVersion':'v1','kind':'K','name':'o','uid':'w',"
          + "'controller':true,'blockOwnerDeletion':true}],'managedFields':[{'manager':'m',"
          + "'operation':'Apply','fieldsV1':{'f:spec':{}}}],'later':{'x':1}},"
          + "'spec':{'suspend':true,'parallelism':3},'status':{'active':1}}";

  @ParameterizedTest
  @ValueSource(strings = {FULL, BOX, "{'kind':'Job','metadata':{'name':'j'},'spec':{}}"})
  void an_object_of_a_class_is_as_it_would_be_by_way_of_json(String text) {
    GenericKubernetesResource object =
        serialization.unmarshal(text.replace('\'', '"'), GenericKubernetesResource.class);
    Class<? extends HasMetadata> type = text.equals(BOX) ? ConfigMap.class : Job.class;

    assertThat(serialization.convertValue(object, type))
        .usingRecursiveComparison()
        .isEqualTo(new KubernetesSerialization().convertValue(object, type));
  }

  @Test
  void its_metadata_are_its_own() {
    GenericKubernetesResource object =
        serialization.unmarshal(FULL.replace('\'', '"'), GenericKubernetesResource.class);

    Job job = serialization.convertValue(object, Job.class);
    job.getMetadata().getLabels().put("a", "changed");
    job.getMetadata().getOwnerReferences().get(0).setUid("changed");
    job.getMetadata().getFinalizers().clear();

    assertThat(object)
        .isEqualTo(
            serialization.unmarshal(FULL.replace('\'', '"'), GenericKubernetesResource.class));
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
