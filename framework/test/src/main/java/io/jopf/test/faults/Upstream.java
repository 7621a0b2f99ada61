package io.jopf.test.faults;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import javax.net.SocketFactory;

/** The API server itself, and who we are there. */
record Upstream(String host, int port, SocketFactory sockets, String token) {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  static Upstream of(Config config) {
    URI server = URI.create(config.getMasterUrl());
    boolean secure = "https".equals(server.getScheme());
    String token =
        config.getOauthToken() == null ? config.getAutoOAuthToken() : config.getOauthToken();
    return new Upstream(
        server.getHost(),
        server.getPort() > 0 ? server.getPort() : secure ? HTTPS : HTTP,
        secure ? secure(config) : SocketFactory.getDefault(),
        token == null ? "" : token);
  }

  private static SocketFactory secure(Config config) {
    try {
      return SSLUtils.sslContext(config).getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("the cluster's certificates cannot be used", e);
    }
  }

  Socket connect() throws IOException {
    Socket socket = sockets.createSocket(host, port);
    socket.setTcpNoDelay(true);
    return socket;
  }
}
