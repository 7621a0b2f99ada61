package io.jopf.processor;

import io.jopf.annotation.HandlerMethod;
import io.jopf.annotation.Handlers;
import io.jopf.handler.check.Trigger;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;

/**
 * Reports handler methods that would never run because their class is not marked. Abstract classes
 * and interfaces may have them for those that extend them.
 */
public final class HandlerMethodVisitor implements TypeElementVisitor<Object, HandlerMethod> {

  @Override
  public VisitorKind getVisitorKind() {
    return VisitorKind.ISOLATING;
  }

  @Override
  public void visitMethod(MethodElement method, VisitorContext context) {
    ClassElement owner = method.getOwningType();
    if (owner.isAbstract() || owner.isInterface() || isMarked(owner)) {
      return;
    }
    for (Trigger trigger : Trigger.of(method, new Descriptions(context))) {
      context.fail(
          "@"
              + trigger.annotation()
              + ": nothing looks for handlers in "
              + owner.getSimpleName()
              + "; mark the class with @Handlers",
          method);
    }
  }

  /** Whether handlers are looked for in the class, or in one that it merely varies. */
  private static boolean isMarked(ClassElement type) {
    return type.hasStereotype(Handlers.class)
        || type.getSuperType().filter(HandlerMethodVisitor::isMarked).isPresent();
  }
}
