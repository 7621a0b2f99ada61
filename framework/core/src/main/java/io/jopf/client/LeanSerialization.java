package io.jopf.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.NamedExtension;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;

/**
 * Reads the events of watches without looking for a model class. The client's own way loads every
 * model class there is before it reads anything that may be of any kind, and reads each event by
 * way of a tree, a model object and a second tree where a generic object is wanted. A watcher that
 * wants another class gets it all the same: the client converts what does not fit. Who manages
 * which field is passed over: it is half of many events, and nothing that is watched keeps it.
 */
final class LeanSerialization extends KubernetesSerialization {

  LeanSerialization() {
    super(new ObjectMapper(), true);
  }

  /**
   * An object of a class from one without: the metadata are copied and not written down and read
   * again, which is half of what it takes for most objects.
   */
  @Override
  public <T> T convertValue(Object value, Class<T> type) {
    if (!(value instanceof GenericKubernetesResource object)
        || object.getMetadata() == null
        || !HasMetadata.class.isAssignableFrom(type)
        || type.isInstance(object)) {
      return super.convertValue(value, type);
    }
    GenericKubernetesResource rest = new GenericKubernetesResource();
    rest.setApiVersion(object.getApiVersion());
    rest.setKind(object.getKind());
    rest.setMetadata(null);
    rest.setAdditionalProperties(object.getAdditionalProperties());
    T converted = super.convertValue(rest, type);
    ((HasMetadata) converted).setMetadata(new ObjectMetaBuilder(object.getMetadata()).build());
    return converted;
  }

  @Override
  protected void configureMapper(ObjectMapper mapper) {
    super.configureMapper(mapper);
    mapper.addMixIn(WatchEvent.class, Event.class);
  }

  /**
   * No model class either for the extensions in kubeconfigs, which nobody here looks at: they would
   * have every model class loaded at every start.
   */
  @SuppressWarnings("deprecation") // the client reads kubeconfigs with this mapper and no other
  static void forKubeconfigs() {
    Serialization.jsonMapper().addMixIn(NamedExtension.class, Extension.class);
  }

  @SuppressWarnings("UnusedMethod") // Jackson reads it
  private abstract static class Extension {
    @JsonDeserialize(using = Anything.class)
    abstract void setExtension(Object extension);
  }

  private static final class Anything extends JsonDeserializer<Object> {
    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return context.readValue(parser, Object.class);
    }
  }

  @SuppressWarnings("UnusedMethod") // Jackson reads it
  private abstract static class Event {
    @JsonDeserialize(using = Observed.class)
    abstract void setObject(Object object);
  }

  private static final class Observed extends JsonDeserializer<KubernetesResource> {

    private static final String STATUS = "Status";

    @Override
    public KubernetesResource deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      GenericKubernetesResource object = LeanRequest.READER.readValue(parser);
      return STATUS.equals(object.getKind()) && "v1".equals(object.getApiVersion())
          ? ((ObjectMapper) parser.getCodec()).convertValue(object, Status.class)
          : object;
    }
  }
}
