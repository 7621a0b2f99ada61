package io.jopf.bench.http;

import io.fabric8.kubernetes.client.ConfigBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to be configured and used when connections fall silent.
 *
 * @param pings whether websocketPingInterval is set to 5 s instead of the client's 30 s
 * @param httpWatch whether watches are plain responses instead of WebSockets
 * @param http1 whether HTTP/2 is switched off
 * @param busy whether the same client also sends requests, one after the other
 */
record Silence(boolean pings, boolean httpWatch, boolean http1, boolean busy) {

  private static final long PING_MS = 5_000;

  /** All that differ: without requests HTTP/2 or 1.1 is the same for a WebSocket. */
  static List<Silence> all() {
    List<Silence> all = new ArrayList<>();
    for (boolean busy : new boolean[] {false, true}) {
      for (boolean http1 : new boolean[] {false, true}) {
        for (boolean httpWatch : new boolean[] {false, true}) {
          for (boolean pings : new boolean[] {false, true}) {
            if (busy || httpWatch || !http1) {
              all.add(new Silence(pings, httpWatch, http1, busy));
            }
          }
        }
      }
    }
    return all;
  }

  String title() {
    return (busy ? "busy" : "quiet")
        + (httpWatch ? "_http" : "_ws")
        + (pings ? "_ping" : "")
        + (http1 ? "_h1" : "");
  }

  ConfigBuilder apply(ConfigBuilder config) {
    ConfigBuilder changed = config.withOnlyHttpWatches(httpWatch).withHttp2Disable(http1);
    return pings ? changed.withWebsocketPingInterval(PING_MS) : changed;
  }
}
