package io.jopf.test;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts an operator on the test's cluster and stops it afterwards. */
final class OperatorExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace STORE = Namespace.create(OperatorExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    JopfTest wanted =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), JopfTest.class)
            .orElseThrow();
    Cluster cluster = ClusterExtension.cluster(context);
    Path root = Path.of(System.getProperty("jopf.root", "."));
    cluster.apply(Arrays.stream(wanted.crds()).map(root::resolve).toArray(Path[]::new));
    TestOperator operator =
        new TestOperator(
            cluster,
            ClusterExtension.connection(context),
            Set.of(wanted.handlers()),
            properties(wanted));
    context.getStore(STORE).put(TestOperator.class, operator);
    operator.start();
  }

  private static Map<String, Object> properties(JopfTest wanted) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String property : wanted.properties()) {
      int equals = property.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not key=value: " + property);
      }
      properties.put(property.substring(0, equals), property.substring(equals + 1));
    }
    return properties;
  }

  private static TestOperator operator(ExtensionContext context) {
    return Objects.requireNonNull(
        context.getStore(STORE).get(TestOperator.class, TestOperator.class));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestOperator operator = context.getStore(STORE).remove(TestOperator.class, TestOperator.class);
    if (operator != null) {
      operator.stop();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (ClusterExtension.resolves(type)) {
      return false;
    }
    return type == TestOperator.class
        || type == ApplicationContext.class
        || operator(context).context().containsBean(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    TestOperator operator = operator(context);
    if (type == TestOperator.class) {
      return operator;
    }
    return type == ApplicationContext.class ? operator.context() : operator.context().getBean(type);
  }
}
