package io.jopf.handler.check;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All rules, applied to a class with handlers. */
public final class SignatureRules {

  private SignatureRules() {}

  /** Everything that is wrong with a class, in the order of its methods and their parameters. */
  public static List<Problem> problems(ClassDescription type) {
    List<Problem> problems = new ArrayList<>();
    for (String mistake : ofClass(type)) {
      problems.add(new Problem(Problem.NONE, Problem.NONE, mistake));
    }
    Map<String, String> owners = new HashMap<>();
    for (int i = 0; i < type.methods().size(); i++) {
      MethodDescription method = type.methods().get(i);
      for (String mistake : ofMethod(type, method)) {
        problems.add(new Problem(i, Problem.NONE, mistake));
      }
      for (String mistake : new OrderRules(type).mistakes(method)) {
        problems.add(new Problem(i, Problem.NONE, mistake));
      }
      for (String id : method.ids()) {
        String other = owners.putIfAbsent(id, method.name());
        if (other != null) {
          problems.add(new Problem(i, Problem.NONE, sameId(id, other)));
        }
      }
      ParameterRules parameters =
          new ParameterRules(type.kind(), method, new IndexRules(type.type(), type.methods()));
      for (int k = 0; k < method.parameters().size(); k++) {
        for (String mistake : parameters.mistakes(method.parameters().get(k))) {
          problems.add(new Problem(i, k, mistake));
        }
      }
    }
    return List.copyOf(problems);
  }

  private static List<String> ofClass(ClassDescription type) {
    List<String> mistakes = new ArrayList<>();
    if (type.type().has(Trait.ABSTRACT)) {
      mistakes.add(
          "@Handlers: no bean is made of an interface or an abstract class;"
              + " put it on the class that extends it");
    }
    if (!isOneKind(type.kind())) {
      mistakes.add("@Handlers(" + type.kind() + ".class): name the model class of one kind");
    }
    mistakes.addAll(KindRules.mistakes(type.attributes()));
    if (type.methods().isEmpty()) {
      mistakes.add(
          "@Handlers: no method handles anything; annotate one, for example with @OnCreate or"
              + " @Reconcile");
    }
    return mistakes;
  }

  private static List<String> ofMethod(ClassDescription type, MethodDescription method) {
    List<String> mistakes = new ArrayList<>();
    mistakes.addAll(MethodRules.mistakes(method));
    mistakes.addAll(OptionRules.mistakes(method));
    method.triggers().forEach(trigger -> mistakes.addAll(TimingRules.mistakes(trigger)));
    mistakes.addAll(FilterRules.mistakes(type.kind(), method));
    mistakes.addAll(KindRules.mistakes(type.attributes(), method));
    mistakes.addAll(DependencyRules.mistakes(method));
    return mistakes;
  }

  /** Whether the API server can be asked for objects of exactly this class. */
  static boolean isOneKind(TypeDescription type) {
    return !type.has(Trait.ABSTRACT) && !type.is(GenericKubernetesResource.class);
  }

  private static String sameId(String id, String other) {
    return "the id '"
        + id
        + "' belongs to the method '"
        + other
        + "' already; set id on one of the two";
  }
}
