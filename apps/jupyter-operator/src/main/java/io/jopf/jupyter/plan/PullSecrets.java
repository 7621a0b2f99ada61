package io.jopf.jupyter.plan;

import io.jopf.jupyter.api.ImDataManager;
import io.jopf.jupyter.settings.OperatorSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which Secrets let a notebook's image be pulled. */
final class PullSecrets {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  private PullSecrets() {}

  /** The notebook's own or, if it names none, the operator's. */
  static List<String> of(ImDataManager wanted, OperatorSettings settings, Findings findings) {
    List<String> several = Objects.requireNonNullElse(wanted.imagePullSecrets(), List.of());
    Set<String> names = new LinkedHashSet<>();
    check("spec.imDataManager.pullSecret", Stream.ofNullable(wanted.pullSecret()), names, findings);
    check("spec.imDataManager.imagePullSecrets", several.stream(), names, findings);
    return names.isEmpty()
        ? Optional.ofNullable(settings.pullSecret()).stream().toList()
        : List.copyOf(names);
  }

  private static void check(
      String field, Stream<String> given, Set<String> names, Findings findings) {
    given
        .flatMap(name -> Values.text(name).stream())
        .forEach(
            name -> {
              if (NAME.matcher(name).matches()) {
                names.add(name);
              } else {
                findings.problem(Problem.invalid(field, name, "need the name of a Secret"));
              }
            });
  }
}
