package io.jopf.conditions;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The conditions of one object; see the package's contract. Immutable. */
public final class Conditions {

  /** It holds. */
  public static final String TRUE = "True";

  /** It does not hold. */
  public static final String FALSE = "False";

  /** Nobody knows yet. */
  public static final String UNKNOWN = "Unknown";

  private static final Set<String> STATUSES = Set.of(TRUE, FALSE, UNKNOWN);
  private static final Pattern REASON = Pattern.compile("[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?");
  private static final int REASON_LENGTH = 1024;
  private static final int MESSAGE_LENGTH = 32_768;

  private final Map<String, Condition> byType;
  private final Instant now;
  private final @Nullable Long generation;

  private Conditions(Map<String, Condition> byType, Instant now, @Nullable Long generation) {
    this.byType = byType;
    this.now = now;
    this.generation = generation;
  }

  /**
   * Starts from what is known.
   *
   * @param existing the conditions of the present status; null for none. Not changed. Of several
   *     with one type the first counts
   * @param now the time of transitions, kept in whole seconds as the API server does
   */
  public static Conditions of(@Nullable Collection<Condition> existing, Instant now) {
    Map<String, Condition> known = new LinkedHashMap<>();
    if (existing != null) {
      existing.forEach(one -> known.putIfAbsent(one.getType(), one));
    }
    return new Conditions(known, now.truncatedTo(ChronoUnit.SECONDS), null);
  }

  /**
   * What is set from here on is said about this generation.
   *
   * @param observed {@code metadata.generation} of the object that was looked at; null: not said
   */
  public Conditions observing(@Nullable Long observed) {
    return new Conditions(byType, now, observed);
  }

  /**
   * The same with one condition as it is now.
   *
   * @param type such as {@code Available}
   * @param status {@link #TRUE}, {@link #FALSE} or {@link #UNKNOWN}
   * @param reason a CamelCase word that programs can look for
   * @param message a sentence for people, may be empty; cut at 32768 characters
   * @throws IllegalArgumentException if the API server would refuse status or reason
   */
  public Conditions set(String type, String status, String reason, String message) {
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException(
          "status of condition " + type + " is '" + status + "': True, False or Unknown");
    }
    if (reason.length() > REASON_LENGTH || !REASON.matcher(reason).matches()) {
      throw new IllegalArgumentException(
          "reason of condition " + type + " is '" + reason + "': one CamelCase word");
    }
    String since =
        find(type)
            .filter(before -> status.equals(before.getStatus()))
            .map(Condition::getLastTransitionTime)
            .orElseGet(now::toString);
    Map<String, Condition> next = new LinkedHashMap<>(byType);
    next.put(
        type,
        new ConditionBuilder()
            .withType(type)
            .withStatus(status)
            .withReason(reason)
            .withMessage(message.substring(0, Math.min(message.length(), MESSAGE_LENGTH)))
            .withObservedGeneration(generation)
            .withLastTransitionTime(since)
            .build());
    return new Conditions(next, now, generation);
  }

  /** The same with one condition that holds or does not; see the other one. */
  public Conditions set(String type, boolean holds, String reason, String message) {
    return set(type, holds ? TRUE : FALSE, reason, message);
  }

  /** The same without the condition of a type. */
  public Conditions without(String type) {
    Map<String, Condition> next = new LinkedHashMap<>(byType);
    next.remove(type);
    return new Conditions(next, now, generation);
  }

  /** The condition of a type. */
  public Optional<Condition> find(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** Whether the condition of a type is there and holds. */
  public boolean isTrue(String type) {
    return find(type).filter(one -> TRUE.equals(one.getStatus())).isPresent();
  }

  /** All of them, for the status. */
  public List<Condition> list() {
    return List.copyOf(byType.values());
  }
}
