import { own } from "../../collections/own";
import type { ShellCommand } from "./bash-commands";

interface PackageManager {
  /** Matches subcommands that ask for confirmation. */
  readonly asks: RegExp;
  /** Matches options that answer the question in advance. */
  readonly answered: RegExp;
  /** Matches options whose value is the next word. */
  readonly takesValue: RegExp;
  /** The option to add. */
  readonly fix: string;
}

const rpm: PackageManager = {
  asks: /^(install|localinstall|reinstall|upgrade|update|upgrade-minimal|update-minimal|downgrade|remove|erase|autoremove|groupinstall|groupupdate|groupremove|swap|distro-sync)$/,
  answered: /^(-[a-zA-Z]*y[a-zA-Z]*|--assumeyes|--assumeno|--setopt=assumeyes=\S+)$/,
  takesValue:
    /^(-[cdeRx]|--(config|debuglevel|errorlevel|exclude|enablerepo|disablerepo|repo|repoid|installroot|releasever|setopt|forcearch))$/,
  fix: "-y",
};
const apt: PackageManager = {
  asks: /^(install|reinstall|upgrade|dist-upgrade|full-upgrade|remove|purge|autoremove|autopurge|build-dep)$/,
  answered:
    /^(-[a-zA-Z]*(y|qq|s)[a-zA-Z]*|-q=\d|--yes|--assume-yes|--assume-no|--force-yes|--simulate|--dry-run|--just-print|--download-only)$/,
  takesValue: /^(-[acoPt]|--(option|config-file|target-release|default-release|host-architecture|build-profiles))$/,
  fix: "-y",
};
const zypper: PackageManager = {
  asks: /^(install|in|update|up|patch|dist-upgrade|dup|remove|rm|install-new-recommends|inr)$/,
  answered: /^(-n|--non-interactive|-y|--no-confirm|--dry-run|-D)$/,
  takesValue:
    /^(-[cCR]|--(config|reposd-dir|cache-dir|raw-cache-dir|solv-cache-dir|pkg-cache-dir|root|installroot|releasever))$/,
  fix: "--non-interactive",
};

/** Without amazon-linux-extras: published documents of AWS run its install without -y, and no manual page says that it asks. */
const managers: Readonly<Record<string, PackageManager>> = {
  yum: rpm,
  dnf: rpm,
  apt,
  "apt-get": apt,
  aptitude: apt,
  zypper,
};

export interface InteractivePackageCommand {
  /** Offset in UTF-16 units from the start of the script. */
  readonly offset: number;
  /** Name and subcommand, e.g. `yum install`. */
  readonly command: string;
  /** The option that answers the question. */
  readonly fix: string;
}

/**
 * Returns package commands that ask for confirmation (`Is this ok [y/N]`). During a build nobody can answer, so the command and the build
 * fail. Ignores commands that get input or take options from a variable, and scripts that answer in the configuration of the package
 * manager.
 */
export function interactivePackageCommands(
  script: string,
  commands: readonly ShellCommand[],
): InteractivePackageCommand[] {
  if (/assume-?yes[\s"'=]{1,10}(1|true|yes)/i.test(script)) return [];
  return commands.flatMap((command) => {
    const manager = own(managers, command.name);
    if (manager === undefined || command.hasInput) return [];
    const words = wordsOf(command);
    const subcommand = words.find((word, at) => !word.startsWith("-") && !manager.takesValue.test(words[at - 1] ?? ""));
    if (subcommand === undefined || !manager.asks.test(subcommand)) return [];
    if (words.some((word) => manager.answered.test(word) || mayHoldOptions(word))) return [];
    return [{ offset: command.offset, command: `${command.name} ${subcommand}`, fix: manager.fix }];
  });
}

function wordsOf({ rest }: ShellCommand): string[] {
  return rest
    .replace(/\\\r?\n/g, " ")
    .replace(/\{\{\s*(\S*?)\s*\}\}/g, "{{$1}}")
    .replace(/["']/g, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Checks whether a word may contain options: `$APT_OPTIONS`, `"$@"`, `{{ InstallFlags }}`. */
function mayHoldOptions(word: string): boolean {
  return /^(\$[@*]|(\$|\{\{).*(opt|arg|flag|yes))/i.test(word);
}
