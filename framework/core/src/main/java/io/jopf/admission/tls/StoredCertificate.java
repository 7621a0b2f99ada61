package io.jopf.admission.tls;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the Secret holds.
 *
 * @param current what is served
 * @param bundle the authorities to verify with, as PEM; empty if it holds none
 * @param next what is going to be served; null if there is none yet
 */
record StoredCertificate(KeyMaterial current, String bundle, @Nullable KeyMaterial next) {

  static final String BUNDLE = "ca.crt";
  private static final String CERTIFICATE = "tls.crt";
  private static final String KEY = "tls.key";
  private static final String NEXT_CERTIFICATE = "next.crt";
  private static final String NEXT_KEY = "next.key";

  /**
   * Reads it.
   *
   * @throws CertificateException if a Secret of that name has no certificate, naming what it lacks
   */
  static StoredCertificate of(Secret secret) {
    KeyMaterial next =
        text(secret, NEXT_KEY) == null
            ? null
            : new KeyMaterial(required(secret, NEXT_CERTIFICATE), required(secret, NEXT_KEY));
    String bundle = text(secret, BUNDLE);
    return new StoredCertificate(
        new KeyMaterial(required(secret, CERTIFICATE), required(secret, KEY)),
        bundle == null ? "" : bundle,
        next);
  }

  Map<String, String> data() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put(CERTIFICATE, encoded(current.certificate()));
    data.put(KEY, encoded(current.key()));
    data.put(BUNDLE, encoded(bundle));
    if (next != null) {
      data.put(NEXT_CERTIFICATE, encoded(next.certificate()));
      data.put(NEXT_KEY, encoded(next.key()));
    }
    return data;
  }

  private static String required(Secret secret, String field) {
    String text = text(secret, field);
    if (text == null) {
      throw new CertificateException(
          "Secret %s/%s has no %s"
              .formatted(
                  secret.getMetadata().getNamespace(), secret.getMetadata().getName(), field));
    }
    return text;
  }

  private static @Nullable String text(Secret secret, String field) {
    Map<String, String> data = secret.getData();
    String encoded = data == null ? null : data.get(field);
    return encoded == null || encoded.isEmpty()
        ? null
        : new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
