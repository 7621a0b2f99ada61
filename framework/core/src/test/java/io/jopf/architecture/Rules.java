package io.jopf.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules, for whichever root package they are tried on. */
final class Rules {

  /** The way an object takes through the house; each room may use those before it. */
  static final List<String> WAY =
      List.of("watch", "queue", "cause", "filter", "handler", "invoke", "state", "patch");

  /** What every room may stand on. */
  static final List<String> GROUND = List.of("json", "time", "client", "conditions");

  /** Rooms beside the way that do not know each other. */
  static final List<String> SIBLINGS = List.of("activity", "memo", "index", "daemon");

  /** The rooms that decide: the same input gives the same answer. */
  static final List<String> PURE =
      List.of("cause", "filter", "handler", "state", "json", "conditions", "takeover");

  /** The rooms that talk to the API server, and the one that hands them the client. */
  static final List<String> CONNECTED =
      List.of("client", "watch", "patch", "children", "admission", "leader", "event", "operator");

  private static final String CLIENT = "io.fabric8.kubernetes.client..";

  private static final Pattern ROOM = Pattern.compile("\\.([^.]+)");

  private final String root;

  Rules(String root) {
    this.root = root;
  }

  ArchRule wayRunsOneDirection(int room) {
    return noClasses()
        .that()
        .resideInAPackage(within(WAY.get(room)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(within(WAY.subList(room + 1, WAY.size())))
        .because("an object goes " + String.join(" → ", WAY));
  }

  /** Handlers are values; rules know them; who reads them from beans knows both. */
  ArchRule handlersDoNotKnowWhoReadsThem() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".handler")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(within(List.of("handler.check", "handler.scan")))
        .because("handler ← handler.check ← handler.scan");
  }

  ArchRule rulesDoNotKnowWhoReadsHandlers() {
    return noClasses()
        .that()
        .resideInAPackage(within("handler.check"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(within("handler.scan"))
        .because("handler ← handler.check ← handler.scan");
  }

  /** Only the operator and what shows it to the outside know what stands beside the way. */
  ArchRule wayKnowsNothingBesideIt() {
    return noClasses()
        .that()
        .resideInAnyPackage(within(join(WAY, GROUND)))
        .should()
        .dependOnClassesThat(ourRooms().and(DescribedPredicate.not(inRooms(join(WAY, GROUND)))))
        .because("what is beside the way uses it, not the other way round");
  }

  ArchRule standsAlone(String sibling) {
    return noClasses()
        .that()
        .resideInAPackage(within(sibling))
        .should()
        .dependOnClassesThat(
            inRooms(SIBLINGS.stream().filter(other -> !other.equals(sibling)).toList()))
        .because("only the operator puts them together");
  }

  ArchRule groundKnowsNoRooms() {
    return noClasses()
        .that()
        .resideInAnyPackage(within(GROUND))
        .should()
        .dependOnClassesThat(inRooms(WAY))
        .because("json, time and client carry the rooms");
  }

  ArchRule publicTypesKnowNoRooms() {
    return noClasses()
        .that()
        .resideInAnyPackage(root, root + ".annotation")
        .should()
        .dependOnClassesThat(ourRooms())
        .because("handlers compile against the annotations and argument types alone");
  }

  ArchRule pureRoomsKnowNoClient() {
    return noClasses()
        .that()
        .resideInAnyPackage(within(PURE))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CLIENT)
        .because("decisions are pure");
  }

  ArchRule clientStaysWithTheConnectedRooms() {
    DescribedPredicate<JavaClass> exception =
        DescribedPredicate.describe(
            "the client's exception",
            type ->
                type.getName().equals("io.fabric8.kubernetes.client.KubernetesClientException"));
    DescribedPredicate<JavaClass> connected = inRooms(CONNECTED);
    return noClasses()
        .that(DescribedPredicate.not(connected))
        .should()
        .dependOnClassesThat(resideInAPackage(CLIENT).and(DescribedPredicate.not(exception)))
        .because("only " + CONNECTED + " talk to the API server");
  }

  ArchRule clientsExceptionStaysWithWhoClassifiesIt() {
    return noClasses()
        .that(DescribedPredicate.not(inRooms(join(CONNECTED, List.of("invoke")))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CLIENT)
        .because("beside the connected rooms only invoke tells the API server's trouble");
  }

  /** Workers bounds a wait by nanoTime: a duration that nobody sees, stores or has to steer. */
  ArchRule clockIsReadInOnePlace() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(within("time"))
        .should()
        .callCodeUnitWhere(readsTheClock().and(DescribedPredicate.not(deadlineOfWorkers())))
        .because("tests decide what time it is");
  }

  ArchRule delaysAreMadeInOnePlace() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(within("time"))
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Timer|concurrent\\.Scheduled.*)")
        .because("tests decide when time passes");
  }

  static ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .callMethodWhere(
            target(nameMatching("sleep"))
                .and(
                    target(
                        owner(
                            nameMatching("java\\.(lang\\.Thread|util\\.concurrent\\.TimeUnit)")))))
        .because("waiting is for a condition or on the clock of the framework");
  }

  ArchRule noCycles() {
    return SlicesRuleDefinition.slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                if (!(name + ".").startsWith(root + ".")) {
                  return SliceIdentifier.ignore();
                }
                Matcher room = ROOM.matcher(name.substring(root.length()));
                return SliceIdentifier.of(room.lookingAt() ? room.group(1) : "public types");
              }

              @Override
              public String getDescription() {
                return "rooms with what is inside them";
              }
            })
        .should()
        .beFreeOfCycles();
  }

  private DescribedPredicate<JavaCall<?>> deadlineOfWorkers() {
    return DescribedPredicate.describe(
        "the deadline of a stop",
        call ->
            call.getOriginOwner().getName().equals(root + ".queue.Workers")
                && call.getName().equals("nanoTime"));
  }

  private static DescribedPredicate<JavaCall<?>> readsTheClock() {
    return DescribedPredicate.describe(
        "reads the system's clock",
        call -> {
          String type = call.getTargetOwner().getName();
          String method = call.getName();
          return switch (type) {
            case "java.lang.System" ->
                method.equals("currentTimeMillis") || method.equals("nanoTime");
            case "java.time.Clock" -> method.startsWith("system") || method.startsWith("tick");
            case "java.util.Date" ->
                method.equals("<init>") && call.getTarget().getRawParameterTypes().isEmpty();
            case "java.util.GregorianCalendar" -> true;
            default -> type.startsWith("java.time.") && method.equals("now");
          };
        });
  }

  private DescribedPredicate<JavaClass> ourRooms() {
    return DescribedPredicate.describe(
        "a room",
        type ->
            type.getPackageName().startsWith(root + ".")
                && !type.getPackageName().equals(root + ".annotation"));
  }

  private DescribedPredicate<JavaClass> inRooms(List<String> rooms) {
    return resideInAnyPackage(within(rooms));
  }

  private String within(String room) {
    return root + "." + room + "..";
  }

  private String[] within(List<String> rooms) {
    return rooms.stream().map(this::within).toArray(String[]::new);
  }

  private static List<String> join(List<String> some, List<String> others) {
    return new ArrayList<>(Stream.concat(some.stream(), others.stream()).toList());
  }
}
