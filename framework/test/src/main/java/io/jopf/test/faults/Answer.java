package io.jopf.test.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that do not come from the cluster. */
final class Answer {

  private static final Map<Integer, String> REASONS =
      Map.of(
          400, "BadRequest",
          401, "Unauthorized",
          403, "Forbidden",
          404, "NotFound",
          409, "Conflict",
          410, "Expired",
          422, "Invalid",
          429, "TooManyRequests",
          500, "InternalError",
          503, "ServiceUnavailable");

  private Answer() {}

  /** What an API server says with a code. */
  static String status(int code) {
    return """
        {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",\
        "message":"injected by a test","reason":"%s","code":%d}"""
        .formatted(REASONS.getOrDefault(code, "Unknown"), code);
  }

  static byte[] bytes(int code, String body, @Nullable Integer retryAfter) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(
                code,
                REASONS.getOrDefault(code, "Injected"),
                length,
                retryAfter == null ? "" : "Retry-After: " + retryAfter + "\r\n");
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }
}
