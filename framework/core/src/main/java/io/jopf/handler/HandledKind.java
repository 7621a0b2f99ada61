package io.jopf.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * A kind with everything that handles it.
 *
 * @param type the model class
 * @param causes handlers of causes
 * @param levels level-style handlers
 * @param secondaries the kinds that wake it besides its own
 */
public record HandledKind(
    Class<? extends HasMetadata> type,
    List<HandlerSpec> causes,
    List<HandlerSpec> levels,
    List<Secondary> secondaries) {}
