package chat.parlor.local.service;

import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.PidFiles;
import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Starts a part as a JVM of its own, on the class path of this one.
///
/// @param name of its process id and log files
/// @param heap the largest heap, as `-Xmx` takes it
record ChildJvm(String name, String heap) {

    /// Launches it and notes its process id. It is in a session of its own, so that a Ctrl-C meant for us, who stop
    /// the parts in order, does not reach it.
    void launch(
            DataFolder folder, List<String> options, String main, List<String> arguments, Map<String, String> secrets) {
        var command = new ArrayList<>(session());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(options));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.log(name).toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // in the environment, which only the owner can read, and not on the command line, which everybody can
        secrets.forEach((property, value) -> builder.environment().put(variable(property), value));
        try {
            new PidFiles(folder).write(name, builder.start().pid());
        } catch (IOException failure) {
            throw new Refused(Reason.FAILED, name + " could not be started: " + failure.getMessage());
        }
    }

    private List<String> options(List<String> own) {
        var options = new ArrayList<>(List.of(
                "-Xms32m",
                "-Xmx" + heap,
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ReservedCodeCacheSize=96m",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        var cache = System.getProperty("parlor.aot", "");
        if (Files.exists(Path.of(cache)) && !cache.isEmpty()) {
            options.add("-XX:AOTCache=" + cache);
            // mapped where it was made for: moved elsewhere, each JVM would have to patch, and so to copy, all of it
            options.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
            options.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        options.addAll(own);
        return options;
    }

    private static List<String> session() {
        return Files.isExecutable(Path.of("/usr/bin/setsid"))
                ? List.of("/usr/bin/setsid")
                : List.of("perl", "-MPOSIX", "-e", "setsid; exec @ARGV");
    }

    /// The environment variable that Spring reads as this property.
    static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
