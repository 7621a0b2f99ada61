package io.jopf.jupyter.plan;

import io.jopf.jupyter.api.UserAndGroups;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ids the notebook runs with.
 *
 * @param user 0 only where the administrator allows it
 * @param group primary group
 * @param volumeGroup group of the volumes
 */
public record UserPlan(long user, long group, long volumeGroup) {

  private static final long DEFAULT_USER = 1000;
  private static final long DEFAULT_GROUP = 100;

  static UserPlan of(
      @Nullable UserAndGroups ids,
      @Nullable UserAndGroups fallback,
      boolean rootAllowed,
      Findings findings) {
    UserPlan plan =
        new UserPlan(
            id(ids, fallback, UserAndGroups::runAsUser, DEFAULT_USER),
            id(ids, fallback, UserAndGroups::runAsGroup, DEFAULT_GROUP),
            id(ids, fallback, UserAndGroups::fsGroup, DEFAULT_GROUP));
    check("runAsUser", plan.user(), rootAllowed ? 0 : 1, findings);
    check("runAsGroup", plan.group(), 0, findings);
    check("fsGroup", plan.volumeGroup(), 0, findings);
    return plan;
  }

  /** Whether it runs as root. */
  public boolean isRoot() {
    return user == 0;
  }

  private static long id(
      @Nullable UserAndGroups ids,
      @Nullable UserAndGroups fallback,
      Function<UserAndGroups, @Nullable Long> field,
      long otherwise) {
    return Values.read(ids, field).or(() -> Values.read(fallback, field)).orElse(otherwise);
  }

  private static void check(String field, long value, long least, Findings findings) {
    if (value < least || value > Integer.MAX_VALUE) {
      findings.problem(
          Problem.invalid(
              "spec.imDataManager.securityContext." + field,
              value,
              "need " + least + " to " + Integer.MAX_VALUE));
    }
  }
}
