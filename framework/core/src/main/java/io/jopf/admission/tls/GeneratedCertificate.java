package io.jopf.admission.tls;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ObjectKey;
import io.jopf.time.Time;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A certificate of our own making in a Secret that all replicas share. */
public final class GeneratedCertificate implements CertificateSource {

  private static final Logger LOG = LoggerFactory.getLogger(GeneratedCertificate.class);
  private static final String TYPE = "kubernetes.io/tls";
  private static final int ATTEMPTS = 5;

  private final KubernetesClient client;
  private final Time time;
  private final ObjectKey key;
  private final String operator;
  private final List<String> names;
  private final Duration life;
  private final Issuer issuer = new Issuer();

  /**
   * The certificate of an operator.
   *
   * @param key where the Secret is
   * @param operator labels it
   * @param names the DNS names and IP addresses under which the operator is called
   * @param life how long a certificate is valid
   */
  public GeneratedCertificate(
      KubernetesClient client,
      Time time,
      ObjectKey key,
      String operator,
      List<String> names,
      Duration life) {
    this.client = client;
    this.time = time;
    this.key = key;
    this.operator = operator;
    this.names = names;
    this.life = life;
  }

  @Override
  public ServedCertificate current() {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        StoredCertificate stored = attempt();
        if (stored != null) {
          return Pem.served(stored.current(), stored.bundle());
        }
      }
    } catch (KubernetesClientException e) {
      throw new CertificateException(
          "Secret " + key + " cannot be read or written: " + e.getMessage(), e);
    }
    throw new CertificateException("Secret " + key + " changes all the time");
  }

  /** Null if somebody else was faster. */
  private @Nullable StoredCertificate attempt() {
    Secret secret = client.secrets().inNamespace(key.namespace()).withName(key.name()).get();
    if (secret == null) {
      KeyMaterial first = issuer.issue(names, time.now(), life);
      String bundle = Pem.write(Rotation.authority(Pem.certificates(first.certificate())));
      return write(null, new StoredCertificate(first, bundle, null), "made");
    }
    StoredCertificate stored = StoredCertificate.of(secret);
    Rotation rotation = new Rotation(stored, time.now());
    return switch (rotation.step(names)) {
      case NOTHING -> stored;
      case PREPARE -> write(secret, rotation.prepared(fresh(rotation)), "prepared the next");
      case PROMOTE -> write(secret, rotation.promoted(), "changed to the next");
      case REPLACE -> write(secret, rotation.replaced(fresh(rotation)), "replaced");
    };
  }

  private KeyMaterial fresh(Rotation rotation) {
    return issuer.issue(rotation.names(names), time.now(), life);
  }

  private @Nullable StoredCertificate write(
      @Nullable Secret before, StoredCertificate stored, String done) {
    try {
      if (before == null) {
        client.resource(fresh(stored)).create();
      } else {
        Secret after = new SecretBuilder(before).withData(stored.data()).build();
        client
            .resource(after)
            .lockResourceVersion(before.getMetadata().getResourceVersion())
            .update();
      }
      LOG.info("{} certificate in Secret {}", done, key);
      return stored;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return null;
      }
      throw e;
    }
  }

  private Secret fresh(StoredCertificate stored) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(key.namespace())
        .withName(key.name())
        .addToLabels("app.kubernetes.io/managed-by", operator)
        .endMetadata()
        .withType(TYPE)
        .withData(stored.data())
        .build();
  }
}
