import { bashCode } from "./bash-code";
import { maskReferences } from "./references";
import type { ScriptText } from "./script-text";

/** A simple command of a bash script, as far as its text shows it. */
export interface ShellCommand {
  /** Without its folder: `yum` for `/usr/bin/yum`. */
  readonly name: string;
  /** Everything after the name, as written. */
  readonly rest: string;
  /** Whether a pipe, a file or a here-document gives it its input. */
  readonly hasInput: boolean;
  /** Offset of its name, in UTF-16 units from the start of the script. */
  readonly offset: number;
}

/** What stands before the name of a command and leaves it a command: keywords, settings, and commands that run another. */
const prefix = new RegExp(
  `^(?:\\s+|(?:${[
    /if|then|elif|else|while|until|do|!|\{|time|exec|nohup|command|env/,
    /[A-Za-z_]\w*=\S*/,
    /sudo(?:[ \t]+-[ughpCT][ \t]+\S+|[ \t]+-(?![ughpCT][ \t])\S+)*/,
  ]
    .map(({ source }) => source)
    .join("|")})(?=\\s))+`,
);

const known = new WeakMap<ScriptText, readonly ShellCommand[]>();

/** The commands of a script, which several rules look at. */
export function commandsOf(script: ScriptText): readonly ShellCommand[] {
  const commands = known.get(script) ?? shellCommands(script.text);
  known.set(script, commands);
  return commands;
}

/** The simple commands of a bash script in their order, those in substitutions, loops and functions included. */
export function shellCommands(script: string): ShellCommand[] {
  const code = bashCode(maskReferences(script));
  const commands: ShellCommand[] = [];
  for (const { 0: segment, index } of code.matchAll(/(?<=^|[;&|(\n`])[^;&|()\n`]+/g)) {
    const before = code.slice(Math.max(0, index - 2), index);
    if (before === "=(") continue; // the values of an array
    const offset = index + (prefix.exec(segment)?.[0].length ?? 0);
    const name = /^[^\s<>]+/.exec(segment.slice(offset - index))?.[0];
    if (name === undefined) continue;
    const end = endOfCommand(code, offset, before.endsWith("`"));
    commands.push({
      name: name.replace(/^.*\//, ""),
      rest: script.slice(offset + name.length, end),
      hasInput: /(^|[^|])(\||\|&)$/.test(before) || code.slice(offset, end).includes("<"),
      offset,
    });
  }
  return commands;
}

/** No command that a rule looks at is longer; keeps the time linear in brackets that never close. */
const maxCommand = 2048;

/** A command goes on after a substitution in it: `yum install $(cat list) -y`. */
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
