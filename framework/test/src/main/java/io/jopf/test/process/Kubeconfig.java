package io.jopf.test.process;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes kubeconfig files. */
public final class Kubeconfig {

  private static final String ONLY = "test";

  private Kubeconfig() {}

  /** A file with which a process is the same user of the same cluster as a client with a token. */
  public static Path of(KubernetesClient client) {
    return of(client, Objects.requireNonNull(client.getConfiguration().getAutoOAuthToken()));
  }

  /** A file with which a process speaks to the client's cluster as the user of a token. */
  public static Path of(KubernetesClient client, String token) {
    return of(client, client.getMasterUrl().toString(), token);
  }

  /** A file with a server of its own choice. */
  public static Path of(KubernetesClient client, String server, String token) {
    Config config = content(server, client.getConfiguration().getCaCertData(), token, null);
    try {
      Path target = Files.createDirectories(Path.of("target/operators").toAbsolutePath());
      Path file = Files.createTempFile(target, "", ".kubeconfig");
      return Files.writeString(file, client.getKubernetesSerialization().asYaml(config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a file says that knows one cluster and one user.
   *
   * @param authority base64 of the server's certificate authority; null for none
   * @param namespace where things are when nothing is said; null for the default one
   */
  public static Config content(
      String server, @Nullable String authority, String token, @Nullable String namespace) {
    return new ConfigBuilder()
        .addNewCluster()
        .withName(ONLY)
        .withNewCluster()
        .withServer(server)
        .withCertificateAuthorityData(authority)
        .endCluster()
        .endCluster()
        .addNewUser()
        .withName(ONLY)
        .withNewUser()
        .withToken(token)
        .endUser()
        .endUser()
        .addNewContext()
        .withName(ONLY)
        .withNewContext()
        .withCluster(ONLY)
        .withUser(ONLY)
        .withNamespace(namespace)
        .endContext()
        .endContext()
        .withCurrentContext(ONLY)
        .build();
  }
}
