package io.jopf.test.scenarios.watching;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;

/** Of a kind that is not always there. */
@Group("late.jopf.io")
@Version("v1")
public class Comet extends CustomResource<Map<String, Object>, Map<String, Object>>
    implements Namespaced {}
