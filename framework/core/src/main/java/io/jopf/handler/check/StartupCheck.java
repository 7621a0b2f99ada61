package io.jopf.handler.check;

import io.jopf.annotation.HandlerMethod;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.handler.IllegalHandlerException;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Describes beans, for classes that were compiled without {@code jopf-processor}. */
public final class StartupCheck {

  private StartupCheck() {}

  /**
   * Checks all classes with handlers.
   *
   * @throws IllegalHandlerException with one line for every problem
   */
  public static void check(Collection<? extends BeanDefinition<?>> beans) {
    List<String> lines =
        beans.stream().flatMap(bean -> lines(bean, beans).stream()).sorted().toList();
    if (!lines.isEmpty()) {
      throw new IllegalHandlerException(String.join(System.lineSeparator(), lines));
    }
  }

  private static List<String> lines(
      BeanDefinition<?> bean, Collection<? extends BeanDefinition<?>> all) {
    String type = bean.getBeanType().getName();
    TypeLookup types =
        Types.lookup(bean.getBeanType().getClassLoader(), name -> indices(name, all));
    ClassDescription description = describe(bean, types);
    List<String> lines = new ArrayList<>();
    for (Problem problem : SignatureRules.problems(description)) {
      String place =
          problem.method() == Problem.NONE
              ? type
              : type + "." + description.methods().get(problem.method()).name();
      lines.add(place + ": " + problem.message());
    }
    return lines;
  }

  private static ClassDescription describe(BeanDefinition<?> bean, TypeLookup types) {
    return new ClassDescription(
        Types.of(bean.getBeanType()),
        bean.classValue(Handlers.class)
            .map(Types::of)
            .orElseThrow(
                () ->
                    new IllegalHandlerException(
                        bean.getBeanType().getName()
                            + ": @Handlers names a class that is missing")),
        bean.getExecutableMethods().stream()
            .filter(method -> method.hasStereotype(HandlerMethod.class))
            .map(method -> describe(method, types))
            .toList());
  }

  private static List<IndexDescription> indices(
      String name, Collection<? extends BeanDefinition<?>> all) {
    return all.stream()
        .filter(bean -> bean.getBeanType().getName().equals(name))
        .flatMap(bean -> bean.getExecutableMethods().stream())
        .filter(method -> method.hasAnnotation(Index.class))
        .map(
            method ->
                IndexDescription.of(
                    method, method.getMethodName(), Types.of(method.getReturnType().asArgument())))
        .toList();
  }

  private static MethodDescription describe(ExecutableMethod<?, ?> method, TypeLookup types) {
    return new MethodDescription(
        method.getMethodName(),
        Set.of(),
        Trigger.of(method, types),
        Dependency.of(method, types::named),
        Arrays.stream(method.getArguments()).map(argument -> describe(argument, types)).toList(),
        Types.of(method.getReturnType().asArgument()));
  }

  private static ParameterDescription describe(Argument<?> argument, TypeLookup types) {
    return ParameterDescription.of(
        argument.getName(), Types.of(argument), argument.getAnnotationMetadata(), types);
  }
}
