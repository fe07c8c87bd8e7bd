import type { Argument, CommandUnknownOpts, Option } from "@commander-js/extra-typings";

/** A word that can stand at the cursor. */
export interface Candidate {
  readonly value: string;
  /** A short description; empty if the value needs none. */
  readonly description: string;
}

/** Returns the values for a placeholder such as `environment`, from the folder that `--project` names; undefined if there are none. */
export type Values = (placeholder: string, project: string | undefined) => Promise<readonly string[] | undefined>;

interface Typed {
  readonly command: CommandUnknownOpts | undefined;
  readonly positionals: number;
  readonly used: ReadonlySet<Option>;
  readonly project: string | undefined;
  /** The option whose value is at the cursor. */
  readonly valueOf: Option | undefined;
  readonly onlyArguments: boolean;
}

/**
 * Returns the words with which a command line can continue.
 *
 * @param words after the name of the program. The last one is what is typed at the cursor, and can be empty
 * @returns an empty list if the shell should complete file names
 */
export async function complete(
  root: CommandUnknownOpts,
  words: readonly string[],
  values: Values,
): Promise<Candidate[]> {
  const current = words.at(-1) ?? "";
  const typed = readWords(root, words.slice(0, -1));
  const candidates = await candidatesAt(root, typed, current, values);
  return candidates.filter(({ value }) => value.startsWith(current));
}

async function candidatesAt(
  root: CommandUnknownOpts,
  typed: Typed,
  current: string,
  values: Values,
): Promise<Candidate[]> {
  const { command, valueOf, project } = typed;
  // There is no command of this name.
  if (command === undefined && typed.positionals > 0) return [];
  const [, name] = /^(--[^=]+)=/.exec(current) ?? [];
  const assigned = name === undefined ? undefined : optionNamed(command ?? root, name);
  if (name !== undefined && assigned !== undefined)
    return plain((await optionValues(assigned, values, project)).map((value) => `${name}=${value}`));
  if (valueOf !== undefined) return plain(await optionValues(valueOf, values, project));
  if (current.startsWith("-") && !typed.onlyArguments) return optionsOf(command ?? root, typed.used);
  if (command === undefined)
    return root
      .createHelp()
      .visibleCommands(root)
      .map((each) => ({ value: each.name(), description: firstSentence(each.description()) }));
  const argument = argumentAt(command, typed.positionals);
  return argument === undefined ? [] : plain(allowedBy(argument) ?? (await values(argument.name(), project)) ?? []);
}

function readWords(root: CommandUnknownOpts, words: readonly string[]): Typed {
  let command: CommandUnknownOpts | undefined;
  let positionals = 0;
  let project: string | undefined;
  let valueOf: Option | undefined;
  let onlyArguments = false;
  const used = new Set<Option>();
  for (const word of words) {
    if (valueOf !== undefined) {
      if (valueOf.long === "--project") project = word;
      valueOf = undefined;
    } else if (onlyArguments || !word.startsWith("-")) {
      const named =
        command === undefined && positionals === 0 ? root.commands.find((each) => each.name() === word) : undefined;
      if (named === undefined) positionals += 1;
      else command = named;
    } else if (word === "--") onlyArguments = true;
    else {
      const [name = "", value] = word.split("=", 2);
      const option = optionNamed(command ?? root, name);
      if (option !== undefined && !option.variadic) used.add(option);
      if (option?.long === "--project") project = value;
      if (option !== undefined && (option.required || option.optional) && value === undefined) valueOf = option;
    }
  }
  return { command, positionals, used, project, valueOf, onlyArguments };
}

function optionNamed(command: CommandUnknownOpts, name: string): Option | undefined {
  return command.options.find((option) => option.long === name || option.short === name);
}

function argumentAt({ registeredArguments }: CommandUnknownOpts, position: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[position] ?? (last?.variadic === true ? last : undefined);
}

function optionsOf(command: CommandUnknownOpts, used: ReadonlySet<Option>): Candidate[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter((option) => !used.has(option))
    .flatMap(({ long, short, description }) => {
      const value = long ?? short;
      return value === undefined ? [] : { value, description: firstSentence(description) };
    });
}

async function optionValues(option: Option, values: Values, project: string | undefined): Promise<readonly string[]> {
  const [, placeholder] = /<([a-z-]+)/.exec(option.flags) ?? [];
  return allowedBy(option) ?? (placeholder === undefined ? [] : ((await values(placeholder, project)) ?? []));
}

/** Returns the values that an option or argument accepts, if its parser is `oneOf` of option-values.ts. */
function allowedBy({ parseArg }: Argument | Option): readonly string[] | undefined {
  return (parseArg as { readonly allowed?: readonly string[] } | undefined)?.allowed;
}

function plain(values: readonly string[]): Candidate[] {
  return values.map((value) => ({ value, description: "" }));
}

/** Returns the first sentence, because shells show descriptions on one line. */
function firstSentence(text: string): string {
  return text.replace(/[.;:](?:\s.*|$)/s, "").replace(/\s+/g, " ");
}
