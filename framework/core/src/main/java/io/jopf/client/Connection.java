package io.jopf.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Utils;
import io.jopf.StartupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Where the API server is and who we are, checked as far as that can be without asking it. */
final class Connection {

  private Connection() {}

  /**
   * Reads KUBECONFIG, the kubeconfig of the home directory or the pod's service account.
   *
   * @throws StartupException if there is none, or none that can be used
   */
  static Config configured() {
    Collection<String> files = Config.getKubeconfigFilenames();
    boolean there = files.stream().anyMatch(Connection::isReadable);
    // the client would go on without it, perhaps to another cluster
    if (!there && isNamed()) {
      throw new StartupException(
          "KUBECONFIG names " + text(files) + ", where no readable file is: correct it");
    }
    Config config = read(files);
    if (isUsable(config)) {
      return config;
    }
    throw new StartupException(
        there
            ? text(files)
                + " chooses no cluster: set its current-context (kubectl config use-context <name>)"
            : "there is no cluster to work with: set KUBECONFIG to a kubeconfig file");
  }

  private static Config read(Collection<String> files) {
    LeanSerialization.forKubeconfigs();
    try {
      return Config.autoConfigure(null);
    } catch (RuntimeException e) {
      throw new StartupException(
          text(files) + " is no kubeconfig (" + Reason.of(e) + "): correct the file or KUBECONFIG",
          e);
    }
  }

  /** The default address alone is what is left when nothing was found. */
  private static boolean isUsable(Config config) {
    return config.getCurrentContext() != null
        || config.getAutoOAuthToken() != null
        || !config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL);
  }

  private static boolean isNamed() {
    String named = Utils.getSystemPropertyOrEnvVar(Config.KUBERNETES_KUBECONFIG_FILE);
    return named != null && !named.isBlank();
  }

  private static boolean isReadable(String file) {
    Path path = Path.of(file);
    return Files.isReadable(path) && !Files.isDirectory(path);
  }

  private static String text(Collection<String> files) {
    return String.join(", ", files);
  }
}
