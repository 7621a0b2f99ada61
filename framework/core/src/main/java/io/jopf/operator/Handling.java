package io.jopf.operator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.ObjectKey;
import io.jopf.cause.Marks;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.handler.HandledKind;
import io.jopf.intake.Extras;
import io.jopf.invoke.RunningCalls;
import io.jopf.memo.Memos;
import io.jopf.patch.Changes;
import io.jopf.state.Transitions;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is done with one object when its turn has come: what an earlier look could not write is
 * written, else a {@link Cycle} runs and its changes are; and when it has gone it is forgotten.
 */
final class Handling {

  private final KubernetesClient client;
  private final ResourceKind resource;
  private final HandledKind kind;
  private final Marks marks;
  private final Callers callers;
  private final RunningCalls calls;
  private final SelectedObjects selection;
  private final Predecessor predecessor;
  private final ChangeWriter writer;
  private final Background background;
  private final Memories memories;
  private final Transitions transitions = new Transitions(RandomGenerator.getDefault());

  /**
   * Nothing is known of any object.
   *
   * @param calls where the calls of handlers are kept while they run
   * @param background what else happens to the same objects
   * @param memos dropped with their objects
   */
  Handling(
      HandledKind kind,
      Marks marks,
      Callers callers,
      RunningCalls calls,
      SelectedObjects selection,
      Predecessor predecessor,
      ChangeWriter writer,
      Background background,
      Memos memos) {
    this.client = callers.client();
    this.resource = callers.resource();
    this.kind = kind;
    this.marks = marks;
    this.callers = callers;
    this.calls = calls;
    this.selection = selection;
    this.predecessor = predecessor;
    this.writer = writer;
    this.background = background;
    this.memories = new Memories(kind, marks, memos, this::farewell);
  }

  /** The keys of all objects that are remembered. */
  Set<ObjectKey> known() {
    return memories.keys();
  }

  /** Whether an object is one of those that exist for the kind's handlers. */
  boolean concerns(GenericKubernetesResource object) {
    return selection.contains(object);
  }

  /**
   * Handles an object that is there.
   *
   * @return when to look at it again without an event; null if only an event can matter
   */
  @Nullable Instant look(ObjectKey key, GenericKubernetesResource found, Fence term) {
    Predecessor.Handover ours = predecessor.handOver(key, found).orElse(null);
    if (ours == null) {
      return null;
    }
    GenericKubernetesResource object = ours.object();
    Memory memory = memories.of(key, object, ours.json(), term);
    memory.toResume.removeAll(ours.resumed());
    Changes unsaved = memory.toWrite(object);
    if (unsaved != null) {
      return writer.write(key, object, memory, unsaved, callers.time().now(), term);
    }
    Guard guard = new Guard(background.wantsFinalizer(object), background.isAwaited(object));
    Cycle cycle =
        new Cycle(
            kind,
            marks,
            callers.time(),
            transitions,
            caller(object, term),
            memory,
            guard,
            ours.json());
    Changes changes = cycle.run();
    return writer.write(key, object, memory, changes, cycle.again(), term);
  }

  /** Ends what there is of an object that has gone, or that does not concern us any more. */
  void forget(ObjectKey key, Fence term) {
    Memory known = memories.forget(key, term);
    if (known != null) {
      callers.writers().forget(known.uid);
      selection.release(key, known.uid, term);
    }
  }

  /**
   * Asks the server first: what has left the selection is still there, and nobody says farewell.
   */
  private void farewell(ObjectKey key, Memory known, Fence term) {
    GenericKubernetesResource last = known.last;
    if (last == null || known.isOfEarlierTerm(term)) {
      return;
    }
    GenericKubernetesResource now = resource.in(client, key.namespace(), key.name()).get();
    if (now == null || !now.getMetadata().getUid().equals(known.uid)) {
      known.last = null;
      new Farewell(kind, caller(last, term), transitions, callers.time()).say(last);
    }
  }

  private Caller caller(GenericKubernetesResource object, Fence term) {
    return callers.of(object, Extras.NONE, calls, term);
  }
}
