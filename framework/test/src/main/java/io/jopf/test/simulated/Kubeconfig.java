package io.jopf.test.simulated;

/** The file by which clients find the cluster. */
final class Kubeconfig {

  private Kubeconfig() {}

  static String of(String url, String namespace) {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: simulated
          cluster:
            server: %s
        users:
        - name: test
          user:
            token: simulated
        contexts:
        - name: simulated
          context:
            cluster: simulated
            user: test
            namespace: %s
        current-context: simulated
        """
        .formatted(url, namespace);
  }
}
