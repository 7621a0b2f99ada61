package io.jopf;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Everything that is known while a handler runs: what an argument binder of a user works with. */
public interface HandlerContext {

  /** The handler's id. */
  String handlerId();

  /** The object, as a fresh copy of the handled kind's class. */
  <T> T resource(Class<T> type);

  /** The object without a class. Shared: not to be changed. */
  GenericKubernetesResource raw();

  /** Why the handler runs. */
  Reason reason();

  /** Which attempt this is. */
  Retry retry();

  /** What has changed since the handler last saw the object, within its field. */
  Diff diff();

  /** The field, or the object's essence, as the handler last saw it; {@code NullNode} if never. */
  JsonNode before();

  /** The same as it is now; {@code NullNode} if gone. */
  JsonNode after();

  /** Writes children. */
  Children children();

  /** The children of a kind. */
  <T extends HasMetadata> Owned<T> owned(Class<T> type);

  /** The watched objects of a kind. */
  <T extends HasMetadata> Watched<T> watched(Class<T> type);

  /** Changes of the object itself. */
  <T extends HasMetadata> Patch<T> patch(Class<T> type);

  /** Events about the object. */
  EventRecorder events();

  /** Asks for another look later. */
  Requeue requeue();

  /** Whether the handler should come to its end. */
  Cancellation cancellation();

  /** What the process keeps in mind of the object. */
  Memo memo();

  /** The object as it is at any time. */
  <T extends HasMetadata> Live<T> live(Class<T> type);

  /** Whether the handler has to stop; empty unless it is a daemon. */
  Optional<Stopped> stopped();

  /** What has happened; empty unless that is why the handler runs. */
  Optional<WatchEvent> watchEvent();

  /**
   * An index.
   *
   * @param owner the class of handlers that has it; null for the handler's own
   * @param id its id
   * @throws PermanentException if there is none
   */
  Indexed<?, ?> index(@Nullable Class<?> owner, String id);

  /**
   * Parts of the handler.
   *
   * @throws IllegalStateException in level style, where nothing is remembered
   */
  SubHandlers subHandlers();

  /** A logger whose lines name the object. */
  Logger logger();
}
