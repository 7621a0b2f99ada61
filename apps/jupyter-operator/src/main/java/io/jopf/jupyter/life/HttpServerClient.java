package io.jopf.jupyter.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jopf.ObjectKey;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.settings.InvalidSettingException;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** By HTTP to the notebook's Service, past the Ingress. Follows no redirects. */
@Singleton
final class HttpServerClient implements ServerClient {

  /** More than any server needs to say, so that none can fill our memory. */
  private static final int LONGEST = 1 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private static final String SERVICE = "http://{name}.{namespace}.svc:8888";
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private final ObjectMapper json = new ObjectMapper();
  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Connects to nobody yet.
   *
   * @param address of a server, perhaps with {name} and {namespace} in it; blank: its Service's
   * @throws InvalidSettingException if it is none
   */
  HttpServerClient(@Value("${jupyter.server-address:}") String address) {
    if (!address.isBlank() && !ADDRESS.matcher(address).matches()) {
      throw new InvalidSettingException(
          "JO_SERVER_ADDRESS", address, "an address such as " + SERVICE, null);
    }
    this.address = address.isBlank() ? SERVICE : address;
  }

  URI uri(ObjectKey notebook, String path) {
    String server =
        address.replace("{name}", notebook.name()).replace("{namespace}", notebook.namespace());
    return URI.create(server + "/" + notebook.name() + "/" + path);
  }

  @Override
  public Optional<JsonNode> get(ObjectKey notebook, Token token, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(notebook, path))
            .header("Authorization", "token " + token.value())
            .timeout(ANSWER)
            .build();
    HttpResponse<InputStream> answer =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException(path + " was answered with " + answer.statusCode());
      }
      byte[] text = body.readNBytes(LONGEST + 1);
      if (text.length > LONGEST) {
        throw new IOException(path + " was answered with more than " + LONGEST + " bytes");
      }
      return Optional.of(json.readTree(text));
    }
  }
}
