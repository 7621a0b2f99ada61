package io.jopf.test.faults;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.test.process.Kubeconfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A kubeconfig for the proxy, and which of its tokens are good. */
final class Credentials {

  private static final String SCHEME = "Bearer ";

  private final String server;
  private final String namespace;
  private final Path file;
  private final Set<String> expired = ConcurrentHashMap.newKeySet();
  private int number;

  Credentials(String server, String namespace) {
    this.server = server;
    this.namespace = namespace;
    try {
      file = Files.createTempFile("jopf-faults", ".kubeconfig");
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    renew();
  }

  Path file() {
    return file;
  }

  private String token() {
    return "token-" + number;
  }

  synchronized void expire() {
    expired.add(SCHEME + token());
  }

  /** Writes a new token as a rotation does, all at once. */
  synchronized void renew() {
    number++;
    try {
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "jopf-faults", ".new");
      Files.writeString(
          fresh, Serialization.asYaml(Kubeconfig.content(server, null, token(), namespace)));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an API server would not know the bearer any more. */
  boolean isExpired(String authorization) {
    return expired.contains(authorization);
  }

  /** Whether it is one of ours, which the API server itself does not know. */
  static boolean isOurs(String authorization) {
    return authorization.startsWith(SCHEME + "token-");
  }

  static String bearer(String token) {
    return SCHEME + token;
  }

  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
