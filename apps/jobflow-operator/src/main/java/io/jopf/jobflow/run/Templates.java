package io.jopf.jobflow.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.api.JobTemplateSpec;
import io.jopf.jobflow.api.UsedTemplate;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.job.TemplateCopies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The templates of a flow as they were when it first saw them. A copy of those that later steps
 * need is kept with the flow, and only read when the template has changed or gone.
 */
final class Templates {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JobFlow flow;
  private final int run;
  private final Function<String, Optional<JobTemplate>> live;
  private final Function<String, Optional<ControllerRevision>> copies;
  private final Map<String, UsedTemplate> used = new LinkedHashMap<>();

  /**
   * What a flow uses.
   *
   * @param live a template as it is now
   * @param copies a copy by its name
   * @param stored what the flow has seen so far
   * @param run which run of the flow it is, from 1
   */
  Templates(
      JobFlow flow,
      Function<String, Optional<JobTemplate>> live,
      Function<String, Optional<ControllerRevision>> copies,
      List<UsedTemplate> stored,
      int run) {
    this.flow = flow;
    this.run = run;
    this.live = live;
    this.copies = copies;
    stored.forEach(one -> used.put(one.name(), one));
  }

  /** Fixes all of the named ones that are there. */
  void see(Stream<String> names) {
    names.distinct().forEach(this::see);
  }

  private void see(String name) {
    if (!used.containsKey(name)) {
      live.apply(name)
          .filter(template -> template.getSpec() != null)
          .ifPresent(template -> used.put(name, revision(name, template)));
    }
  }

  private static UsedTemplate revision(String name, JobTemplate template) {
    ObjectMeta metadata = template.getMetadata();
    long generation = Objects.requireNonNullElse(metadata.getGeneration(), 0L);
    return new UsedTemplate(name, metadata.getUid(), generation);
  }

  /**
   * Lets go of those that have changed and left no copy, because nothing was to be made from them
   * any more: what runs again takes them as they are now.
   */
  void letGo() {
    used.values()
        .removeIf(
            fixed -> unchanged(fixed).isEmpty() && copies.apply(copyName(fixed.name())).isEmpty());
  }

  private Optional<JobTemplate> unchanged(UsedTemplate fixed) {
    String name = fixed.name();
    return live.apply(name).filter(one -> fixed.equals(revision(name, one)));
  }

  /** The template as it was. */
  Optional<JobTemplateSpec> spec(String name) {
    UsedTemplate fixed = used.get(name);
    if (fixed == null) {
      return Optional.empty();
    }
    Optional<JobTemplate> now = unchanged(fixed);
    return now.isPresent()
        ? now.map(JobTemplate::getSpec)
        : copies
            .apply(copyName(name))
            .map(copy -> MAPPER.convertValue(copy.getData(), JobTemplateSpec.class));
  }

  /**
   * Keeps copies of those that may still be needed. One that cannot be kept now is not fixed yet.
   *
   * @param stored those that were kept if they had to be
   * @param keep whether a copy could be kept
   */
  void keep(Stream<String> needed, List<UsedTemplate> stored, Predicate<ControllerRevision> keep) {
    for (String name : needed.distinct().toList()) {
      UsedTemplate fixed = used.get(name);
      if (fixed != null && !stored.contains(fixed)) {
        boolean kept =
            unchanged(fixed)
                .map(template -> keep.test(copy(name, template)))
                .orElseGet(() -> copies.apply(copyName(name)).isPresent());
        if (!kept) {
          used.remove(name);
        }
      }
    }
  }

  private ControllerRevision copy(String name, JobTemplate template) {
    return new ControllerRevisionBuilder()
        .withNewMetadata()
        .withName(copyName(name))
        .addToLabels(Marks.MANAGED_BY, Marks.OPERATOR)
        .addToLabels(Marks.FLOW_UID, flow.getMetadata().getUid())
        .endMetadata()
        .withRevision(revision(name, template).generation())
        .withData(MAPPER.convertValue(template.getSpec(), Map.class))
        .build();
  }

  private String copyName(String template) {
    return TemplateCopies.name(flow.getMetadata().getName(), template, run);
  }

  /** What is fixed by now. */
  List<UsedTemplate> used() {
    return List.copyOf(used.values());
  }
}
