package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.EventRecorder;
import io.jopf.Owned;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.heritage.Legacy;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.objects.TokenSecret;
import io.jopf.jupyter.plan.RunPlan;
import io.jopf.jupyter.status.StatusReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token of a notebook. One is made only if there has never been any, or a new one is asked for.
 *
 * @param token what users log in with
 * @param rotation the request that it was made for; null if there was none
 * @param replaced whether it takes the place of another one
 */
record Tokens(Token token, @Nullable String rotation, boolean replaced) {

  /**
   * After the Secret, the status is asked, then what the original operator has left: the server
   * still runs with the token it was given.
   *
   * @param offered what a new notebook was offered with, so that it gets no other
   */
  static Tokens of(
      JupyterNotebook notebook, Owned<Secret> secrets, Legacy legacy, Optional<Token> offered) {
    String name = TokenSecret.nameFor(notebook.getMetadata().getName());
    Optional<Secret> secret = secrets.named(name);
    Optional<Token> known =
        secret
            .flatMap(TokenSecret::read)
            .or(() -> StatusReport.publishedToken(notebook))
            .or(legacy::token)
            .or(() -> offered);
    String answered =
        secret
            .flatMap(TokenSecret::rotation)
            .or(() -> StatusReport.publishedRotation(notebook))
            .orElse(null);
    String asked = RunPlan.request(notebook, RunPlan.ROTATE_TOKEN);
    if (known.isEmpty()) {
      return new Tokens(Token.random(), asked, false);
    }
    return asked == null || asked.equals(answered)
        ? new Tokens(known.get(), answered, false)
        : new Tokens(Token.random(), asked, true);
  }

  /** Tells users that they need another URL. */
  void tell(EventRecorder events) {
    if (replaced) {
      events.normal(Reasons.TOKEN_ROTATED, "The notebook has a new token; its URL has changed.");
    }
  }
}
