package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server runs, and since which requests.
 *
 * @param rest why nothing runs for the time being; null if the server is to run
 * @param restart the last request to begin anew, any text; null if there was none
 * @param rotation the last request for a new token, any text; null if there was none
 */
public record RunPlan(@Nullable Rest rest, @Nullable String restart, @Nullable String rotation) {

  /** On a notebook: each new value has its Pod made anew. On the Pod: the value it was made for. */
  public static final String RESTART = "squonk.it/restart";

  /** The same for the token. On its Secret: the value it was made for. */
  public static final String ROTATE_TOKEN = "squonk.it/rotate-token";

  /** The request of a notebook, if there is one. */
  public static @Nullable String request(HasMetadata notebook, String annotation) {
    Map<String, String> annotations = notebook.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(annotation);
  }

  /** Whether nothing runs. */
  public boolean stopped() {
    return rest != null;
  }

  /** The same, but resting. */
  public RunPlan resting(Rest why) {
    return new RunPlan(why, restart, rotation);
  }

  /** The same where a request has been answered already and is not there any more. */
  public RunPlan orRestart(@Nullable String answered) {
    return restart == null ? new RunPlan(rest, answered, rotation) : this;
  }

  /** The same with the request that the token was made for. */
  public RunPlan withRotation(@Nullable String answered) {
    return new RunPlan(rest, restart, answered);
  }

  /** What the Pod is marked with, so that a new request makes another one of it. */
  public Map<String, String> annotations() {
    Map<String, String> annotations = new TreeMap<>();
    if (restart != null) {
      annotations.put(RESTART, restart);
    }
    if (rotation != null) {
      annotations.put(ROTATE_TOKEN, rotation);
    }
    return annotations;
  }
}
