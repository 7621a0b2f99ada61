package io.jopf.flow.rollout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order among zones, which are taken by name. */
final class Zoning {
  private final Zones order;
  private final Map<String, Integer> ranks = new HashMap<>();
  private final @Nullable String open;

  /**
   * As it is now.
   *
   * @param members by name
   */
  Zoning(List<Member> members, Zones order) {
    this.order = order;
    Map<String, Integer> sizes = new HashMap<>();
    String first = null;
    for (Member member : members) {
      if (member.isOut() || member.status.gone()) {
        continue;
      }
      String zone = zone(member);
      ranks.put(member.name(), sizes.merge(zone, 1, Integer::sum));
      boolean done = member.status.finished();
      if (!done && (first == null || zone.compareTo(first) < 0)) {
        first = zone;
      }
    }
    open = first;
  }

  private static String zone(Member member) {
    return member.place == null ? "" : member.place.zone();
  }

  /** Those of a lower rank come first. */
  int rank(Member member) {
    return order == Zones.SPREAD ? ranks.getOrDefault(member.name(), 0) : 0;
  }

  /** Whether it may begin, as far as other zones are concerned. */
  boolean isOpen(Member member) {
    return order != Zones.ONE_BY_ONE || zone(member).equals(open);
  }
}
