package io.jopf.handler.check;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.AdmissionRequest;
import io.jopf.Cancellation;
import io.jopf.Diff;
import io.jopf.HandlerContext;
import io.jopf.Operation;
import io.jopf.Patch;
import io.jopf.Warnings;
import io.jopf.handler.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/** What admission handlers may say, ask for and return: less than others. */
final class AdmissionRules {

  static final String VALIDATE = "OnValidate";
  static final String MUTATE = "OnMutate";

  /** The types that every admission handler gets without saying more. */
  static final List<Class<?>> PLAIN =
      List.of(
          GenericKubernetesResource.class,
          AdmissionRequest.class,
          Warnings.class,
          Diff.class,
          Cancellation.class,
          Logger.class,
          HandlerContext.class);

  /** Those whose requests do not carry the object itself. */
  private static final Set<String> OF_OTHER_KINDS =
      Set.of("*", "scale", "eviction", "binding", "token", "log");

  private static final Pattern SUBRESOURCE = Pattern.compile("\\*|[a-z]+");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private AdmissionRules() {}

  static boolean isAdmission(MethodDescription method) {
    return method.runsOn(VALIDATE) || method.runsOn(MUTATE);
  }

  static List<String> mistakes(MethodDescription method) {
    List<String> mistakes = new ArrayList<>();
    if (method.triggers().size() > 1) {
      mistakes.add(
          method.triggers().stream()
                  .map(trigger -> "@" + trigger.annotation())
                  .collect(Collectors.joining(" and "))
              + " on one method: an admission handler does nothing else; use two methods");
    }
    if (!method.result().is(void.class) && !method.result().is(Void.class)) {
      mistakes.add(
          "returns "
              + method.result()
              + ": an admission handler returns nothing; refuse with AdmissionException, change"
              + " the object through Patch in @OnMutate");
    }
    for (Trigger trigger : method.triggers()) {
      operations(trigger).ifPresent(mistakes::add);
      subresource(trigger).ifPresent(mistakes::add);
      timeout(trigger).ifPresent(mistakes::add);
    }
    return mistakes;
  }

  private static Optional<String> operations(Trigger trigger) {
    List<String> operations = trigger.admission().operations();
    if (operations == null) {
      return Optional.empty();
    }
    if (operations.isEmpty()) {
      return Optional.of("@" + trigger.annotation() + "(operations = {}): name at least one");
    }
    return trigger.annotation().equals(MUTATE) && operations.contains(Operation.DELETE.name())
        ? Optional.of(
            "@OnMutate(operations = DELETE): nothing is stored that could be changed; use"
                + " @OnValidate")
        : Optional.empty();
  }

  private static Optional<String> subresource(Trigger trigger) {
    String name = trigger.admission().subresource();
    return OptionRules.isKnown(name) && !SUBRESOURCE.matcher(name).matches()
        ? Optional.of(
            OptionRules.text(trigger, "subresource", name)
                + "name one such as status, or * for the object and all of them")
        : Optional.empty();
  }

  private static Optional<String> timeout(Trigger trigger) {
    String text = trigger.effort().timeout();
    if (!OptionRules.isKnown(text)) {
      return Optional.empty();
    }
    String place = OptionRules.text(trigger, "timeout", text);
    try {
      Duration timeout = Durations.parse(text);
      boolean fits = timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0;
      return fits && timeout.toMillisPart() == 0
          ? Optional.empty()
          : Optional.of(place + "the API server waits from 1s to 30s, whole seconds");
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // told as of any handler
    }
  }

  /** What is wrong with a parameter that is neither old nor new nor bound by a user's binder. */
  static Optional<String> mistake(
      TypeDescription kind, MethodDescription method, TypeDescription type) {
    if (type.is(Patch.class)) {
      TypeDescription patched = type.firstArgument();
      if (!method.runsOn(MUTATE)) {
        return Optional.of("only @OnMutate changes the object");
      }
      return patched != null && patched.name().equals(kind.name())
          ? Optional.empty()
          : Optional.of("a handler changes its own object; write Patch<" + kind + ">");
    }
    if (type.name().equals(kind.name())) {
      return carriesOtherKind(method)
          ? Optional.of(
              "the request does not carry the object itself; ask for"
                  + " GenericKubernetesResource or AdmissionRequest")
          : Optional.empty();
    }
    return PLAIN.stream().anyMatch(type::is) ? Optional.empty() : Optional.of(unknown(kind));
  }

  private static boolean carriesOtherKind(MethodDescription method) {
    return method.triggers().stream()
        .map(Trigger::admission)
        .anyMatch(
            one ->
                OF_OTHER_KINDS.contains(one.subresource())
                    || (one.operations() != null
                        && one.operations().contains(Operation.CONNECT.name())));
  }

  private static String unknown(TypeDescription kind) {
    String plain = PLAIN.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    return "not there while a request is reviewed; an admission handler takes "
        + kind
        + ", "
        + plain
        + ", with @OnMutate Patch<"
        + kind
        + ">, a value with @Old or @New, or one with @Bindable for a binder of your own";
  }
}
