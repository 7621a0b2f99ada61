package io.jopf.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class whose methods get a cluster of their own: parameters of type {@link Cluster}
 * and {@link io.fabric8.kubernetes.client.KubernetesClient}, and a {@link
 * io.jopf.test.faults.FaultProxy} in front of it.
 *
 * <p>It runs on the simulated cluster in the ordinary build and once more on a real API server
 * under the Maven profile {@code control-plane}. A method that takes a {@link
 * io.jopf.test.simulated.SimulatedCluster} or a {@link VirtualTime} is skipped there.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("scenario")
@ExtendWith(ClusterExtension.class)
public @interface Scenario {}
