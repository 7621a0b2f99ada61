package io.jopf.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test class of an operator. Each test gets a cluster with the definitions and a running
 * operator.
 *
 * <p>Parameters: what {@link Scenario} gives, {@link TestOperator}, {@link
 * io.micronaut.context.ApplicationContext} and every bean of it. The operator watches the test's
 * namespace, and on the simulated cluster its time is the cluster's. It is behind the {@link
 * io.jopf.test.faults.FaultProxy} of a test that takes one.
 *
 * <pre>{@code
 * @JopfTest(crds = "roles/operator/files/crd.yaml")
 * class NotebookTest {
 *   @Test
 *   void a_notebook_gets_a_deployment(Cluster cluster) {
 *     cluster.apply(Path.of("notebook.yaml"));
 *     cluster.await("it is there", () -> cluster.get(Deployment.class, "notebook") != null);
 *   }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Scenario
@ExtendWith(OperatorExtension.class)
public @interface JopfTest {

  /** The only handler classes that run; by default all on the class path. */
  Class<?>[] handlers() default {};

  /**
   * Files or directories with definitions and whatever else must be there before the operator,
   * relative to the repository's root.
   */
  String[] crds() default {};

  /** Settings as {@code key=value}; they win over those of the application. */
  String[] properties() default {};
}
