package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.RunPlan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** {@code token-<name>}: keeps the token, so that it survives everything but the notebook. */
public final class TokenSecret {

  static final String KEY = "token";

  private TokenSecret() {}

  /** The Secret's name for a notebook's. */
  public static String nameFor(String notebook) {
    return "token-" + notebook;
  }

  /** The Secret that keeps a token. */
  public static Secret of(NotebookPlan plan, Token token) {
    return new SecretBuilder()
        .withMetadata(DesiredObjects.metadata(plan, nameFor(plan.name())))
        .editMetadata()
        .withAnnotations(rotation(plan))
        .endMetadata()
        .withType("Opaque")
        .withData(Map.of(KEY, encode(token.value())))
        .build();
  }

  /** The token in a Secret; empty if it holds none that can be used in a URL. */
  public static Optional<Token> read(Secret secret) {
    return Optional.ofNullable(secret.getData())
        .map(data -> data.get(KEY))
        .flatMap(TokenSecret::decode)
        .flatMap(Token::parse);
  }

  /** The request that the token in a Secret was made for; empty if there was none. */
  public static Optional<String> rotation(Secret secret) {
    return Optional.ofNullable(secret.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(RunPlan.ROTATE_TOKEN));
  }

  private static Map<String, String> rotation(NotebookPlan plan) {
    String rotation = plan.run().rotation();
    return rotation == null ? Map.of() : Map.of(RunPlan.ROTATE_TOKEN, rotation);
  }

  private static String encode(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> decode(String data) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
