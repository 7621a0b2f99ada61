package io.jopf.admission.tls;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ObjectKey;

/**
 * A certificate that somebody else keeps in a Secret, such as cert-manager.
 *
 * @param key where the Secret is
 */
public record SecretCertificate(KubernetesClient client, ObjectKey key)
    implements CertificateSource {

  @Override
  public ServedCertificate current() {
    Secret secret;
    try {
      secret = client.secrets().inNamespace(key.namespace()).withName(key.name()).get();
    } catch (KubernetesClientException e) {
      throw new CertificateException("Secret " + key + " cannot be read: " + e.getMessage(), e);
    }
    if (secret == null) {
      throw new CertificateException(
          "there is no Secret " + key + ", which jopf.admission.certificate names");
    }
    StoredCertificate stored = StoredCertificate.of(secret);
    return Pem.served(stored.current(), stored.bundle());
  }
}
