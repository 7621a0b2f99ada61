package io.jopf.differential;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;

/** What both operators handle. */
@Group("differential.jopf.io")
@Version("v1")
public class Sample extends CustomResource<Map<String, Object>, Map<String, Object>>
    implements Namespaced {}
