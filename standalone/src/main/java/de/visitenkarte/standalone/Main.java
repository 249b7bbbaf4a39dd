package de.visitenkarte.standalone;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The entry of the program. */
public final class Main {

    private Main() {}

    /** Runs until the person stops it; the exit code is 0 then, 1 if it cannot run, 2 for a wrong option. */
    public static void main(String[] arguments) {
        System.exit(execute(Terminal.ofProcess(), arguments));
    }

    /** Does the same without ending the process. */
    static int execute(Terminal terminal, String... arguments) {
        return new CommandLine(new StandaloneCommand(terminal))
                .setParameterExceptionHandler((wrong, given) -> refuse(terminal, wrong))
                .execute(arguments);
    }

    private static int refuse(Terminal terminal, ParameterException wrong) {
        terminal.printError(wrong.getMessage() + ". All options: --help");
        return CommandLine.ExitCode.USAGE;
    }
}
