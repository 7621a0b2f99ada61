package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class a_type_argument_says_which_kind {

  @Reconcile
  @Owns(Job.class)
  @Watches(Node.class)
  @SuppressWarnings("rawtypes")
  void any(
      // error: parameter 'jobs' of type Owned<HasMetadata>: say which kind, such as <Job> with @Owns(Job.class)
      Owned jobs,
      // error: parameter 'nodes' of type Watched<HasMetadata>: say which kind, such as <Job> with @Watches(Job.class)
      Watched nodes,
      // error: parameter 'open' of type Owned<HasMetadata>: say which kind, such as <Job> with @Owns(Job.class)
      Owned<?> open,
      // error: parameter 'patch' of type Patch<HasMetadata>: a handler changes its own object; write Patch<ConfigMap>
      Patch patch,
      // error: parameter 'other' of type Patch<Secret>: a handler changes its own object; write Patch<ConfigMap>
      Patch<Secret> other) {}
}
