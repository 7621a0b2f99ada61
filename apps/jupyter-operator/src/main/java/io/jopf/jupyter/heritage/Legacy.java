package io.jopf.jupyter.heritage;

import io.jopf.jupyter.objects.Token;
import java.util.Optional;

/**
 * What is to be taken over.
 *
 * @param any whether there is anything
 * @param deployed whether a Deployment is among it, whose Pod may run
 * @param token the one that its server was given, if it is known
 */
public record Legacy(boolean any, boolean deployed, Optional<Token> token) {

  static final Legacy NONE = new Legacy(false, false, Optional.empty());
}
