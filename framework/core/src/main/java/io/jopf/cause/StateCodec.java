package io.jopf.cause;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jopf.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the state into an annotation's text and back: JSON, compressed above 8 KiB. */
public final class StateCodec {

  private static final Logger LOG = LoggerFactory.getLogger(StateCodec.class);
  private static final int PLAIN_LIMIT = 8 * 1024;
  private static final String GZIP = "gzip:";

  private StateCodec() {}

  /** The text of a state. */
  public static String write(HandlingState state) {
    try {
      String json = Json.MAPPER.writeValueAsString(state);
      return json.length() <= PLAIN_LIMIT ? json : GZIP + compress(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The state of a text; nothing known if it cannot be read. */
  public static HandlingState read(String text) {
    try {
      String json = text.startsWith(GZIP) ? decompress(text.substring(GZIP.length())) : text;
      HandlingState state = Json.MAPPER.readValue(json, HandlingState.class);
      if (state == null) {
        throw new IOException("it is null");
      }
      return state;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("stored state is unreadable and counts as none: {}", e.getMessage());
      return HandlingState.NONE;
    }
  }

  private static String compress(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String decompress(String text) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(text);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
