package io.jopf.jupyter.life;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.ObjectKey;
import io.jopf.jupyter.objects.Token;
import java.io.IOException;
import java.util.Optional;

/** Speaks with the servers of notebooks. */
public interface ServerClient {

  /**
   * Gets something from a server.
   *
   * @param notebook whose server
   * @param token lets us in
   * @param path below the notebook's, such as {@code api/status}
   * @return empty if the server has no such thing
   * @throws IOException if it does not answer, or with anything but JSON
   */
  Optional<JsonNode> get(ObjectKey notebook, Token token, String path)
      throws IOException, InterruptedException;
}
