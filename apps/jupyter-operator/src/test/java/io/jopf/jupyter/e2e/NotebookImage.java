package io.jopf.jupyter.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file system of a small notebook image: bash, busybox for most tools, and in place of Jupyter
 * a script that answers as it does. All but the script is this machine's.
 */
final class NotebookImage {

  /** Debian's busybox has no install. */
  private static final List<String> OWN = List.of("bash", "install", "busybox");

  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

  private final Path root;

  private NotebookImage(Path root) {
    this.root = root;
  }

  static void write(Path root) throws IOException {
    new NotebookImage(root).write();
  }

  private void write() throws IOException {
    for (String program : OWN) {
      addWithLibraries(program);
    }
    Path bin = root.resolve("bin");
    for (String applet : output("busybox", "--list").lines().toList()) {
      if (Files.notExists(bin.resolve(applet))) {
        Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
      }
    }
    Path jupyter = bin.resolve("jupyter");
    Files.copy(RunningNotebook.resource("jupyter.sh"), jupyter);
    Files.setPosixFilePermissions(jupyter, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void addWithLibraries(String program) throws IOException {
    Path found = Path.of(output("sh", "-c", "command -v " + program).strip());
    add(found, root.resolve("bin").resolve(program));
    Matcher library = LIBRARY.matcher(output("ldd", found.toString()));
    while (library.find()) {
      Path file = Path.of(library.group(1));
      add(file, root.resolve(Path.of("/").relativize(file)));
    }
  }

  private static void add(Path file, Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    if (Files.notExists(copy)) {
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
