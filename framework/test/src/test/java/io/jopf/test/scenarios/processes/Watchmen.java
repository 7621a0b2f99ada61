package io.jopf.test.scenarios.processes;

import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.jopf.test.Cluster;
import io.jopf.test.process.Kubeconfig;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import io.jopf.test.scenarios.Things;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The processes of one operator with an election, in a test's namespace. */
record Watchmen(Cluster cluster, OperatorJar program, Diary diary) {

  /** Defines the kind. */
  void prepare() {
    cluster.apply(Path.of(System.getProperty("jopf.root", ".")).resolve(Things.DEFINITION));
  }

  OperatorProcess start(String name) {
    return start(name, Kubeconfig.of(cluster.client()));
  }

  OperatorProcess start(String name, Path kubeconfig) {
    Map<String, String> variables = new HashMap<>();
    variables.put("KUBECONFIG", kubeconfig.toString());
    variables.put(Diary.FILE, diary.file().toString());
    variables.put(Diary.WHO, name);
    variables.put("JOPF_NAMESPACES", cluster.namespace());
    variables.put("JOPF_GRACE", "30s");
    variables.put("JOPF_LEADER_ELECTION_ENABLED", "true");
    variables.put("JOPF_LEADER_ELECTION_NAMESPACE", cluster.namespace());
    variables.put("JOPF_LEADER_ELECTION_IDENTITY", name);
    variables.put("JOPF_LEADER_ELECTION_LEASE_DURATION", "6s");
    variables.put("JOPF_LEADER_ELECTION_RENEW_DEADLINE", "3s");
    variables.put("JOPF_LEADER_ELECTION_RETRY_PERIOD", "500ms");
    return program.start(variables);
  }

  /** Starts a process and waits until it leads and acts; there is a thing for it to guard. */
  OperatorProcess startLeader(String name) {
    OperatorProcess process = start(name);
    cluster.await(name + " acts", () -> diary.actor().equals(name));
    return process;
  }

  LeaseSpec lease() {
    return cluster.client().leases().withName("test-operator").require().getSpec();
  }
}
