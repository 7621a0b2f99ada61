package io.jopf.processor;

import io.jopf.annotation.Handlers;
import io.jopf.handler.check.Problem;
import io.jopf.handler.check.SignatureRules;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.List;

/** Reports what is wrong with a class of handlers, each problem at its place. */
public final class HandlersVisitor implements TypeElementVisitor<Handlers, Object> {

  @Override
  public VisitorKind getVisitorKind() {
    return VisitorKind.ISOLATING;
  }

  @Override
  public void visitClass(ClassElement type, VisitorContext context) {
    List<MethodElement> methods = Descriptions.handlers(type);
    for (Problem problem : SignatureRules.problems(new Descriptions(context).of(type, methods))) {
      context.fail(problem.message(), place(problem, type, methods));
    }
  }

  private static Element place(Problem problem, ClassElement type, List<MethodElement> methods) {
    if (problem.method() == Problem.NONE) {
      return type;
    }
    MethodElement method = methods.get(problem.method());
    return problem.parameter() == Problem.NONE
        ? method
        : method.getParameters()[problem.parameter()];
  }
}
