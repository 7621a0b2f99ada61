package io.jopf.processor;

import io.jopf.annotation.ActivityMethod;
import io.jopf.handler.check.ActivityDescription;
import io.jopf.handler.check.ActivityRules;
import io.micronaut.context.annotation.Bean;
import io.micronaut.core.annotation.AnnotationUtil;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;

/** Reports what is wrong with start-up and clean-up methods and probes. */
public final class ActivityVisitor implements TypeElementVisitor<Object, ActivityMethod> {

  @Override
  public VisitorKind getVisitorKind() {
    return VisitorKind.ISOLATING;
  }

  @Override
  public void visitMethod(MethodElement method, VisitorContext context) {
    ClassElement owner = method.getOwningType();
    if (owner.isAbstract() || owner.isInterface()) {
      return;
    }
    for (String annotation : method.getAnnotationNamesByStereotype(ActivityMethod.class)) {
      ActivityDescription description =
          ActivityDescription.of(
              annotation,
              method,
              Descriptions.modifiers(method),
              method.getParameters().length,
              Descriptions.of(method.getGenericReturnType()));
      if (!isBean(owner)) {
        context.fail(
            "@"
                + description.annotation()
                + ": nobody makes a "
                + owner.getSimpleName()
                + "; mark the class with @Singleton",
            method);
      }
      ActivityRules.mistakes(description).forEach(mistake -> context.fail(mistake, method));
    }
  }

  private static boolean isBean(ClassElement type) {
    return type.hasStereotype(AnnotationUtil.SCOPE) || type.hasStereotype(Bean.class);
  }
}
