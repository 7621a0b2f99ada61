package io.jopf.jobflow.live;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.TemporaryException;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Start;
import io.jopf.jobflow.run.Made;
import io.jopf.jobflow.run.Pursuit;
import io.jopf.jobflow.run.Pursuit.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One flow between its rounds; see DESIGN.md beside this. */
public final class LiveFlow {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFlow.class);

  /** The key of the entry in {@link LiveFlows}, which lasts as long as this very object. */
  final LiveFlows.Uid uid;

  private final LiveFlows all;
  private final Waking waking;
  private final Set<String> changed = new LinkedHashSet<>();
  private final List<Made> made = new ArrayList<>();
  private final UnderWay underWay = new UnderWay();
  private Function<String, @Nullable Job> newest = name -> null;
  private Consumer<Job> created = job -> {};
  private @Nullable Pursuit pursuit;
  private @Nullable Pursuit last;
  private @Nullable FlowStatus told;
  private Duration news = Duration.ZERO;
  private boolean round;
  private boolean working;

  LiveFlow(LiveFlows.Uid uid, LiveFlows all, Waking waking) {
    this.uid = uid;
    this.all = all;
    this.waking = waking;
  }

  /**
   * Takes note of a change of a Job of this flow.
   *
   * @param of which attempt of which step it is of; null if it does not say so
   * @return false if only a round can look at it, which is then to begin at once
   */
  synchronized boolean changed(String job, @Nullable Start of) {
    if (pursuit == null && !round) {
      return false;
    }
    if (underWay.tell(of)) {
      return true;
    }
    if (changed.isEmpty()) {
      news = all.elapsed();
    }
    changed.add(job);
    begin();
    return true;
  }

  /** A creation has come to its end. */
  synchronized void made(Start start, Made result) {
    boolean early = underWay.end(start);
    made.add(result);
    try {
      Job job = result.job();
      if (job == null) {
        // only a round knows how to go on: what waits to be made is not tried before that
        pursuit = null;
        return;
      }
      if (early) {
        // it may have come further than its creation tells
        changed.add(job.getMetadata().getName());
      }
      created.accept(job);
    } finally {
      notifyAll();
      begin();
    }
  }

  /** Whether it goes on by that pursuit, and no round is due. */
  synchronized boolean follows(Pursuit by) {
    return pursuit == by && !round;
  }

  private synchronized void begin() {
    if (working || round) {
      return;
    }
    working = true;
    try {
      all.execute(this);
    } catch (RuntimeException | Error e) {
      LOG.debug("a round has to go on, if the operator does", e);
      working = false;
      doubt();
    }
  }

  /** Nobody works for it any more, because the operator ends. */
  synchronized void drop() {
    working = false;
    pursuit = null;
    notifyAll();
  }

  /** Works the mail off. */
  void work() {
    List<Runnable> mine = new ArrayList<>(1);
    boolean orderly = false;
    try {
      workOff(mine);
      orderly = true;
    } finally {
      if (!orderly) {
        synchronized (this) {
          working = false;
          pursuit = null;
          notifyAll();
        }
        waking.now();
      }
      // now that others can work the mail off
      mine.forEach(Runnable::run);
    }
  }

  /**
   * Works off the mail.
   *
   * @param mine takes the creation that this thread carries out itself afterwards
   */
  private void workOff(List<Runnable> mine) {
    while (true) {
      List<String> jobs;
      List<Made> results;
      Pursuit by;
      Function<String, @Nullable Job> reader;
      @Nullable Duration since;
      synchronized (this) {
        if (round || (changed.isEmpty() && made.isEmpty())) {
          working = false;
          notifyAll();
          return;
        }
        jobs = List.copyOf(changed);
        // what follows from a creation alone is no hop
        since = made.isEmpty() && !jobs.isEmpty() ? news : null;
        results = List.copyOf(made);
        changed.clear();
        made.clear();
        by = pursuit;
        reader = newest;
      }
      Effect effect = Effect.DOUBT;
      List<Start> starts = new ArrayList<>();
      if (by != null) {
        try {
          effect = look(by, jobs, results, reader, starts);
        } catch (RuntimeException e) {
          // a round will meet the same, and tell
          LOG.debug("a round has to go on", e);
        }
      }
      if (by == null) {
        remember(results);
      }
      if (effect == Effect.DOUBT) {
        doubt();
      } else {
        start(by, starts, since, mine);
        waking.by(effect, underWay.isEmpty());
      }
    }
  }

  private Effect look(
      Pursuit by,
      List<String> jobs,
      List<Made> results,
      Function<String, @Nullable Job> reader,
      List<Start> starts) {
    Effect effect = Effect.NONE;
    for (Made result : results) {
      effect = effect.or(by.see(result));
    }
    for (String job : jobs) {
      effect = effect.or(by.see(reader.apply(job)));
    }
    return effect == Effect.DOUBT ? effect : effect.or(by.decide(all.now(), starts));
  }

  private synchronized void doubt() {
    pursuit = null;
    waking.now();
  }

  private synchronized void remember(List<Made> results) {
    if (last != null) {
      results.forEach(last::see);
    }
  }

  private void start(
      @Nullable Pursuit by, List<Start> starts, @Nullable Duration since, List<Runnable> mine) {
    if (by == null || starts.isEmpty()) {
      return;
    }
    synchronized (this) {
      underWay.begin(starts);
    }
    // the last one: threads can begin with the others
    Start last = starts.get(starts.size() - 1);
    for (Start start : starts) {
      if (start.equals(last) && mine.isEmpty()) {
        mine.add(() -> all.createHere(this, by, start, since));
      } else {
        all.create(this, by, start, since);
      }
    }
  }

  /**
   * Lets a round begin when nothing else is under way; it ends with {@link #end}.
   *
   * @throws TemporaryException if interrupted meanwhile
   */
  public synchronized void beginRound() {
    round = true;
    try {
      while (working || !underWay.isEmpty()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      round = false;
      pursuit = null;
      throw new TemporaryException("interrupted before it began", Duration.ZERO);
    }
    // what is mailed until now is in the cache, which the round looks at
    changed.clear();
    remember(made);
    made.clear();
    pursuit = null;
    waking.began();
  }

  /**
   * What is known of the flow beyond what is stored.
   *
   * @param stored the status that is stored
   * @return null if there is nothing, or if others have written since
   */
  public synchronized @Nullable FlowStatus known(FlowStatus stored) {
    return last == null || told == null || !told.equals(stored) ? null : last.known();
  }

  /**
   * A round ends.
   *
   * @param next how to go on; null: by rounds alone
   * @param status what the round has to be stored
   * @param reader finds a Job by its name, as it is now
   * @param tell is told of each Job that is created until the next round
   */
  public synchronized void end(
      @Nullable Pursuit next,
      @Nullable FlowStatus status,
      Function<String, @Nullable Job> reader,
      Consumer<Job> tell) {
    round = false;
    pursuit = next;
    last = next;
    told = status;
    newest = reader;
    created = tell;
    waking.ended(status == null ? 0 : status.steps().size());
    if (!changed.isEmpty()) {
      if (next == null) {
        changed.clear();
        waking.now();
      } else {
        begin();
      }
    }
  }
}
