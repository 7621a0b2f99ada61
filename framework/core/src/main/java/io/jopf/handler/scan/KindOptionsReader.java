package io.jopf.handler.scan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Reason;
import io.jopf.annotation.Handlers;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.IllegalHandlerException;
import io.jopf.handler.KindOptions;
import io.micronaut.inject.BeanDefinition;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the classes that handle one kind say of it together. */
record KindOptionsReader(
    Class<? extends HasMetadata> kind, Collection<BeanDefinition<?>> definitions) {

  /**
   * Their options.
   *
   * @throws IllegalHandlerException if they contradict each other
   */
  KindOptions read(List<HandlerSpec> handlers) {
    Set<List<String>> ignored =
        ours().stream()
            .flatMap(one -> paths(one, "ignoredFields").stream())
            .collect(Collectors.toUnmodifiableSet());
    handlers.forEach(handler -> looksAtNone(ignored, handler));
    return new KindOptions(selector("labels"), selector("fields"), ignored, omitted(handlers));
  }

  private Set<List<String>> omitted(List<HandlerSpec> handlers) {
    Set<Set<List<String>>> said = new LinkedHashSet<>();
    ours().forEach(one -> said.add(paths(one, "omittedFields")));
    if (said.size() > 1) {
      throw new IllegalHandlerException(
          "the classes with @Handlers(%s.class) say different omittedFields: say the same in all of them"
              .formatted(kind.getSimpleName()));
    }
    Set<List<String>> omitted = said.iterator().next();
    boolean causes = handlers.stream().anyMatch(one -> one.runsOnAny(HandledKind.CAUSES));
    boolean levels = handlers.stream().anyMatch(one -> one.runsOn(Reason.RECONCILE));
    boolean status = omitted.stream().anyMatch(path -> path.get(0).equals("status"));
    if (!omitted.isEmpty() && (causes || (levels && status))) {
      throw new IllegalHandlerException(
          "@Handlers(%s.class, omittedFields): another class handles %s of the kind; keep the fields"
              .formatted(kind.getSimpleName(), causes ? "changes" : "the status"));
    }
    return omitted;
  }

  private static Set<List<String>> paths(BeanDefinition<?> bean, String attribute) {
    return Paths.of(bean.stringValues(Handlers.class, attribute));
  }

  private List<BeanDefinition<?>> ours() {
    return definitions.stream()
        .filter(one -> one.classValue(Handlers.class).filter(kind::equals).isPresent())
        .toList();
  }

  private String selector(String attribute) {
    Set<String> said = new LinkedHashSet<>();
    ours().forEach(one -> said.add(one.stringValue(Handlers.class, attribute).orElse("")));
    if (said.size() > 1) {
      throw new IllegalHandlerException(
          "the classes with @Handlers(%s.class) say different %s, %s: say the same in all of them"
              .formatted(
                  kind.getSimpleName(),
                  attribute,
                  said.stream()
                      .map(text -> "'" + text + "'")
                      .sorted()
                      .collect(Collectors.joining(" and "))));
    }
    return said.iterator().next();
  }

  private void looksAtNone(Set<List<String>> ignored, HandlerSpec handler) {
    List<String> field =
        handler.runsOn(Reason.UPDATE) ? handler.options(Reason.UPDATE).field() : List.of();
    for (List<String> path : ignored) {
      if (field.size() >= path.size() && field.subList(0, path.size()).equals(path)) {
        throw new IllegalHandlerException(
            "the handler '%s' of %s looks at %s, whose changes @Handlers(ignoredFields) ignores"
                .formatted(handler.id(), kind.getSimpleName(), String.join(".", field)));
      }
    }
  }
}
