package io.jopf.handler.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jopf.handler.IllegalHandlerException;
import io.jopf.handler.scan.HandlerScanner;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The classes here are compiled without the processor. */
class StartupCheckTest {

  private static final String CLASS = IllegalHandlers.class.getName() + "$";

  @Test
  void every_illegal_option_of_every_class_is_told_at_once() {
    assertThat(problems(IllegalHandlers.OPTIONS))
        .containsExactlyInAnyOrder(
            "Nothing: @Handlers(HasMetadata.class): name the model class of one kind",
            "Nothing: @Handlers: no method handles anything; annotate one, for example with"
                + " @OnCreate or @Reconcile",
            "Options.create: @OnCreate(id = \"a b\"): an id is a letter followed by"
                + " letters, digits, '_', '.' or '-'",
            "Options.create: @OnCreate(retries = 0): at least 1 attempt, or -1 for no limit",
            "Options.create: @OnCreate(backoff = \"20\"): '20' is not a duration such as 500ms,"
                + " 20s, 5m, 2h or 1d",
            "Options.create: returns Optional<String>: return the value itself, or null for none",
            "Options.other: @OnUpdate(field = \"spec..image\"): a field path has no empty parts",
            "Options.again: the id 'create' belongs to the method 'other' already; set id on one"
                + " of the two",
            "Options.level: @Owns(labels = \"a=b=c\"): 'a=b=c' is not a part of a label selector"
                + " such as app=x, app!=x, app in (x,y), app or !app",
            "Options.level: @Watches(mapper = ResourceMapper.class): a mapper is a bean; name a"
                + " class that is neither abstract nor an interface",
            "Options.level: returns String: what @Reconcile returns becomes the whole status;"
                + " return an object or void");
  }

  @Test
  void every_illegal_filter_of_every_class_is_told_at_once() {
    assertThat(problems(IllegalHandlers.FILTERS))
        .containsExactlyInAnyOrder(
            "Filters: @Handlers(labels = \"x y\"): 'x y' is not a part of a label selector such"
                + " as app=x, app!=x, app in (x,y), app or !app",
            "Filters: @Handlers(ignoredFields = \"status.a\"): of the status only fields that"
                + " handlers name are looked at",
            "Filters.create: @OnCreate(labels = \"a=b=c\"): 'a=b=c' is not a part of a label"
                + " selector such as app=x, app!=x, app in (x,y), app or !app",
            "Filters.create: @OnCreate(annotations = \"a,,b\"): a label selector has no empty"
                + " parts",
            "Filters.create: @OnCreate(value = \"1\"): of what? name the field",
            "Filters.fields: @OnField(field = \"\"): name a field such as spec.x",
            "Filters.fields: @OnField(value = \"1\"): it is the old or the new one; leave it out"
                + " beside those two",
            "Filters.others: @OnUpdate(newValue = \"1\"): the old one is the same; no change is"
                + " like that",
            "Filters.others: @OnDelete(when = Unfinished.class): a predicate is a bean; name"
                + " a class that is neither abstract nor an interface",
            "Filters.others: @OnResume(when = OfSecrets.class): it tests Secret; the class handles"
                + " ConfigMap");
  }

  @Test
  void every_illegal_parameter_is_told_at_once() {
    assertThat(problems(IllegalHandlers.PARAMETERS))
        .extracting(
            line -> line.substring(0, line.indexOf(';') < 0 ? line.length() : line.indexOf(';')))
        .containsExactlyInAnyOrder(
            "Parameters.create: parameter 'count' of type int: nobody knows what to pass",
            "Parameters.create: parameter 'secret' of type Secret: the class handles ConfigMap",
            "Parameters.create: parameter 'before' of type String: @Old needs @OnUpdate or"
                + " @OnField on the method",
            "Parameters.create: parameter 'diff' of type Diff: only @OnUpdate and @OnField"
                + " know what has changed",
            "Parameters.update: parameter 'before' of type int: @Old is null where the field is"
                + " absent",
            "Parameters.update: parameter 'patch' of type Patch<Secret>: a handler changes its own"
                + " object",
            "Parameters.update: parameter 'pods' of type Owned<Pod>: needs @Reconcile and"
                + " @Owns(Pod.class) on the method",
            "Parameters.level: parameter 'pods' of type Owned<HasMetadata>: say which kind, such"
                + " as <Job> with @Owns(Job.class)");
  }

  @Test
  void a_placeholder_is_checked_once_it_is_filled() {
    assertThat(problems(IllegalHandlers.PLACEHOLDER))
        .containsExactly(
            "Placeholder.create: @OnCreate(backoff = \"20x\"): '20x' is not a duration such as"
                + " 500ms, 20s, 5m, 2h or 1d");
  }

  @Test
  void legal_handlers_pass() {
    try (ApplicationContext context =
        ApplicationContext.run(
            Map.of("jopf.enabled", "false", IllegalHandlers.PLACEHOLDER, "20s"))) {
      assertThat(context.getBean(HandlerScanner.class).scan()).hasSize(1);
    }
  }

  private static List<String> problems(String property) {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("jopf.enabled", "false", property, "20x"))) {
      HandlerScanner scanner = context.getBean(HandlerScanner.class);
      IllegalHandlerException thrown =
          catchThrowableOfType(IllegalHandlerException.class, scanner::scan);
      return String.valueOf(thrown.getMessage()).lines().map(StartupCheckTest::shortened).toList();
    }
  }

  private static String shortened(String line) {
    assertThat(line).startsWith(CLASS);
    return line.substring(CLASS.length());
  }
}
