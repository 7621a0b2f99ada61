package io.jopf.handler.check;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.AdmissionRequest;
import io.jopf.Cancellation;
import io.jopf.Children;
import io.jopf.Diff;
import io.jopf.EventRecorder;
import io.jopf.HandlerContext;
import io.jopf.Live;
import io.jopf.Memo;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.Retry;
import io.jopf.Stopped;
import io.jopf.SubHandlers;
import io.jopf.Warnings;
import io.jopf.WatchEvent;
import io.jopf.Watched;
import io.jopf.handler.check.ParameterDescription.Mark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What a handler may ask for. */
final class ParameterRules {

  /** The types that every handler gets without saying more. */
  static final List<Class<?>> PLAIN =
      List.of(
          GenericKubernetesResource.class,
          Reason.class,
          Retry.class,
          Children.class,
          EventRecorder.class,
          Requeue.class,
          Cancellation.class,
          Memo.class,
          Logger.class,
          HandlerContext.class);

  private static final List<String> WITH_PARTS =
      List.of("OnCreate", "OnUpdate", "OnField", "OnResume", "OnDelete");

  private static final Set<String> CHANGES = Set.of("OnUpdate", "OnField");

  private final TypeDescription kind;
  private final MethodDescription method;
  private final IndexRules indices;

  ParameterRules(TypeDescription kind, MethodDescription method, IndexRules indices) {
    this.kind = kind;
    this.method = method;
    this.indices = indices;
  }

  List<String> mistakes(ParameterDescription parameter) {
    if (parameter.marks().contains(Mark.BINDABLE)) {
      return List.of();
    }
    Optional<String> mistake = mistake(parameter.type(), parameter);
    String subject = "parameter '" + parameter.name() + "' of type " + parameter.type() + ": ";
    return mistake.map(subject::concat).stream().toList();
  }

  private Optional<String> mistake(TypeDescription type, ParameterDescription parameter) {
    if (parameter.marks().contains(Mark.OLD) || parameter.marks().contains(Mark.NEW)) {
      return changed(type, parameter);
    }
    if (AdmissionRules.isAdmission(method)) {
      return AdmissionRules.mistake(kind, method, type);
    }
    if (type.is(AdmissionRequest.class) || type.is(Warnings.class)) {
      return Optional.of("only @OnValidate and @OnMutate answer requests");
    }
    if (type.is(Diff.class)) {
      return knowsChanges()
          ? Optional.empty()
          : Optional.of("only @OnUpdate and @OnField know what has changed; add one to the method");
    }
    if (type.is(SubHandlers.class)) {
      boolean remembered =
          method.triggers().stream().allMatch(one -> WITH_PARTS.contains(one.annotation()));
      return remembered
          ? Optional.empty()
          : Optional.of("only " + String.join(", ", WITH_PARTS) + " remember their parts");
    }
    if (type.is(Owned.class)) {
      return secondary(type.firstArgument(), "Owns");
    }
    if (type.is(Watched.class)) {
      return secondary(type.firstArgument(), "Watches");
    }
    if (type.is(WatchEvent.class)) {
      return only("OnEvent", "only @OnEvent tells what the watch has told; ask for the Reason");
    }
    if (type.is(Stopped.class)) {
      return only("Daemon", "only a @Daemon is told to stop; ask for the Cancellation");
    }
    if (type.is(Live.class)) {
      TypeDescription own = type.firstArgument();
      return own != null && own.name().equals(kind.name())
          ? only("Daemon", "only a @Daemon outlives its object; ask for " + kind)
          : Optional.of("a daemon looks after its own object; write Live<" + kind + ">");
    }
    IndexUse use = parameter.index();
    if (use != null) {
      return indices.mistake(method, type, use);
    }
    if (type.is(Patch.class)) {
      TypeDescription patched = type.firstArgument();
      return patched != null && patched.name().equals(kind.name())
          ? Optional.empty()
          : Optional.of("a handler changes its own object; write Patch<" + kind + ">");
    }
    if (type.name().equals(kind.name()) || PLAIN.stream().anyMatch(type::is)) {
      return Optional.empty();
    }
    return Optional.of(type.has(Trait.RESOURCE) ? otherKind(type) : unknown());
  }

  private Optional<String> changed(TypeDescription type, ParameterDescription parameter) {
    if (parameter.marks().contains(Mark.OLD) && parameter.marks().contains(Mark.NEW)) {
      return Optional.of("it is either @Old or @New");
    }
    String mark = parameter.marks().contains(Mark.OLD) ? "@Old" : "@New";
    if (!knowsChanges() && !AdmissionRules.isAdmission(method)) {
      return Optional.of(mark + " needs @OnUpdate or @OnField on the method");
    }
    return type.has(Trait.PRIMITIVE)
        ? Optional.of(mark + " is null where the field is absent; use the boxed type")
        : Optional.empty();
  }

  private Optional<String> only(String annotation, String mistake) {
    return method.runsOn(annotation) ? Optional.empty() : Optional.of(mistake);
  }

  private boolean knowsChanges() {
    return CHANGES.stream().anyMatch(method::runsOn);
  }

  private Optional<String> secondary(@Nullable TypeDescription argument, String annotation) {
    if (argument == null || argument.is(HasMetadata.class) || argument.is(Object.class)) {
      return Optional.of("say which kind, such as <Job> with @" + annotation + "(Job.class)");
    }
    if (method.dependsOn(annotation, argument)) {
      return Optional.empty();
    }
    String missing = "@" + annotation + "(" + argument + ".class)";
    return Optional.of(
        method.runsOn(MethodRules.LEVEL)
            ? "add " + missing + " to the method"
            : "needs @Reconcile and " + missing + " on the method");
  }

  private String otherKind(TypeDescription type) {
    return "the class handles "
        + kind
        + "; ask for that, or for Owned<"
        + type
        + "> with @Owns("
        + type
        + ".class) or Watched<"
        + type
        + "> with @Watches("
        + type
        + ".class)";
  }

  private String unknown() {
    String plain = PLAIN.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    return "nobody knows what to pass; a handler takes "
        + kind
        + ", "
        + plain
        + ", Diff, SubHandlers, Owned<...>, Watched<...>, Indexed<...>, Patch<"
        + kind
        + ">, a value with @Old or @New, or one with @Bindable for a binder of your own";
  }
}
