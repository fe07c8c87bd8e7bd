import { oncePer } from "../../collections/once-per";
import { bashCode } from "./bash-code";
import { maskReferences } from "./references";
import type { ScriptText } from "./script-text";

/** A simple command of a bash script, as far as its text shows it. */
export interface ShellCommand {
  /** Name without the folder: `yum` for `/usr/bin/yum`. */
  readonly name: string;
  /** Text after the name, as written. */
  readonly rest: string;
  /** Whether the command gets input from a pipe, a file or a here-document. */
  readonly hasInput: boolean;
  /** Offset of the name, in UTF-16 units from the start of the script. */
  readonly offset: number;
  /** Offset of the character after the command, e.g. of a pipe. */
  readonly end: number;
}

/** Matches what can precede the name of a command: keywords, variable assignments, and commands that run another command. */
const prefix = new RegExp(
  `^(?:\\s+|(?:${[
    /if|then|elif|else|while|until|do|!|\{|time|exec|nohup|command|env|function[ \t]+\S+/,
    /[A-Za-z_]\w*=\S*/,
    /sudo(?:[ \t]+-[ughpCT][ \t]+\S+|[ \t]+-(?![ughpCT][ \t])\S+)*/,
  ]
    .map(({ source }) => source)
    .join("|")})(?=\\s))+`,
);

/** Returns the commands of a script, which several rules use; calculated once for each script. */
export const commandsOf = oncePer(({ text }: ScriptText): readonly ShellCommand[] => shellCommands(text));

/** Returns the simple commands of a bash script in order, including those in substitutions, loops and functions. */
export function shellCommands(script: string): ShellCommand[] {
  const code = bashCode(maskReferences(script));
  const commands: ShellCommand[] = [];
  for (const { 0: segment, index } of code.matchAll(/(?<=^|[;&|(\n`]|\(\))[^;&|()\n`]+/g)) {
    const before = code.slice(Math.max(0, index - 2), index);
    if (before === "=(") continue; // array values are not commands
    if (code.startsWith("()", index + segment.length)) continue; // the name of a function that is defined
    const offset = index + (prefix.exec(segment)?.[0].length ?? 0);
    const name = /^[^\s<>]+/.exec(segment.slice(offset - index))?.[0];
    if (name === undefined) continue;
    const end = endOfCommand(code, offset, before.endsWith("`"));
    commands.push({
      name: name.replace(/^.*\//, ""),
      rest: script.slice(offset + name.length, end),
      hasInput:
        /(^|[^|])\|&?\s*$/.test(code.slice(Math.max(0, index - longestGap), index)) ||
        code.slice(offset, end).includes("<"),
      offset,
      end,
    });
  }
  return commands;
}

/** Number of characters in which a pipe before a command is looked for: line ends and comments can follow a pipe. */
const longestGap = 200;

/**
 * Maximum length of a command in characters. No command that a rule looks at is longer. Keeps the time linear if brackets are never closed.
 */
const maxCommand = 2048;

/** Returns the end of a command. A command continues after a substitution: `yum install $(cat list) -y`. */
function endOfCommand(code: string, start: number, inBackticks: boolean): number {
  const limit = Math.min(code.length, start + maxCommand);
  let depth = 0;
  const marks = /[;&|()\n`]/g;
  marks.lastIndex = start;
  for (let mark = marks.exec(code); mark !== null && mark.index < limit; mark = marks.exec(code)) {
    const at = mark.index;
    const [char] = mark;
    if (char === "(") depth++;
    else if (char === ")" && depth > 0) depth--;
    else if (char === "`" && !inBackticks)
      marks.lastIndex = Math.max(at, code.slice(0, limit).indexOf("`", at + 1)) + 1;
    else if (depth === 0) return at;
  }
  return limit;
}
