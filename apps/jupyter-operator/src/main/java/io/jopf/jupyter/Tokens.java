package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.Children;
import io.jopf.Owned;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.JupyterStatus;
import io.jopf.jupyter.api.NotebookAccess;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.objects.TokenSecret;
import io.jopf.jupyter.plan.NotebookPlan;
import java.util.Optional;

/** Finds the token of a notebook; makes one only if there has never been any. */
final class Tokens {

  private Tokens() {}

  /** After the Secret, the status is asked: the server still runs with the token it was given. */
  static Token of(
      JupyterNotebook notebook, NotebookPlan plan, Owned<Secret> secrets, Children children) {
    return secrets
        .named(TokenSecret.nameFor(plan.name()))
        .flatMap(TokenSecret::read)
        .or(() -> published(notebook))
        .orElseGet(() -> first(plan, children));
  }

  private static Optional<Token> published(JupyterNotebook notebook) {
    return Optional.ofNullable(notebook.getStatus())
        .map(JupyterNotebookStatus::jupyter)
        .map(JupyterStatus::notebook)
        .map(NotebookAccess::token)
        .flatMap(Token::parse);
  }

  /** Created rather than applied: if there is one after all, it wins. */
  private static Token first(NotebookPlan plan, Children children) {
    Token fresh = Token.random();
    return TokenSecret.read(children.create(TokenSecret.of(plan, fresh))).orElse(fresh);
  }
}
