package io.jopf.takeover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The names of Kopf's annotations on one object.
 *
 * @param prefix the part before the slash
 * @param mark put to every name where Kubernetes copies annotations from owners; empty elsewhere
 */
record KopfKeys(String prefix, String mark) {

  private static final int LIMIT = 63;
  private static final int HASH_BYTES = 4;

  static KopfKeys of(String prefix, ObjectNode object) {
    boolean copied = false;
    for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
      copied |= "Deployment".equals(owner.path("kind").asText());
    }
    copied &= "ReplicaSet".equals(object.path("kind").asText());
    return new KopfKeys(prefix, copied ? "-ofDRS" : "");
  }

  /** The names under which something may be stored: the present form, then the older one. */
  List<String> of(String id) {
    String key = id + mark;
    String safe = key.replace('/', '.').replace('<', '_').replace('>', '_');
    return List.of(prefix + "/" + cut(safe, LIMIT, key), prefix + "/" + cut(safe, v1Limit(), safe));
  }

  /** The older form counted the prefix. */
  private int v1Limit() {
    return LIMIT - prefix.length() - 1;
  }

  private static String cut(String safe, int limit, String hashed) {
    if (hashed.length() <= limit) {
      return safe;
    }
    String suffix = suffix(hashed);
    return safe.substring(0, Math.max(0, limit - suffix.length())) + suffix;
  }

  private static String suffix(String text) {
    byte[] hash = Blake2b.hash(text.getBytes(StandardCharsets.UTF_8), HASH_BYTES);
    String letters = Base64.getEncoder().withoutPadding().encodeToString(hash);
    String suffix = "-" + letters.replace('+', '-').replace('/', '.');
    return suffix.replaceAll("[-.]+$", "");
  }
}
