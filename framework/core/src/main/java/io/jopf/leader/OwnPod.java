package io.jopf.leader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of the pod that it runs in.
 *
 * @param usesItsAccount whether it runs in one and works with its service account
 * @param name the pod's name, or the host's; null if unknown
 * @param namespace null if unknown
 */
record OwnPod(boolean usesItsAccount, @Nullable String name, @Nullable String namespace) {

  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  static OwnPod find() {
    return of(System.getenv(), ACCOUNT);
  }

  static OwnPod of(Map<String, String> environment, Path account) {
    String mounted = text(account.resolve("namespace"));
    String told = given(environment, "POD_NAMESPACE");
    String pod = given(environment, "POD_NAME");
    boolean own = mounted != null && given(environment, "KUBECONFIG") == null;
    return new OwnPod(
        own, pod == null ? given(environment, "HOSTNAME") : pod, told == null ? mounted : told);
  }

  private static @Nullable String given(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.trim();
  }

  private static @Nullable String text(Path file) {
    try {
      String text = Files.isReadable(file) ? Files.readString(file).trim() : "";
      return text.isEmpty() ? null : text;
    } catch (IOException e) {
      return null;
    }
  }
}
