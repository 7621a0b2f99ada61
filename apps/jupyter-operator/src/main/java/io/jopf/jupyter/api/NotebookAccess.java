package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import org.jspecify.annotations.Nullable;

/**
 * How to open a notebook. Holds a credential.
 *
 * @param url opens the notebook in a browser; contains the token
 * @param token the credential
 * @param userInterface {@code lab} or {@code classic}
 * @param tokenRotation the request that the token was made for; absent if there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record NotebookAccess(
    @PrinterColumn(name = "URL") @JsonPropertyDescription("Opens the notebook; has the token.")
        @Nullable String url,
    @PrinterColumn(name = "Token") @Nullable String token,
    @JsonProperty("interface") @JsonPropertyDescription("lab or classic.")
        @Nullable String userInterface,
    @JsonPropertyDescription("The request that the token was made for.")
        @Nullable String tokenRotation) {

  /** Without the token, so that a logged notebook gives nothing away. */
  @Override
  public String toString() {
    return "NotebookAccess[userInterface=" + userInterface + "]";
  }
}
