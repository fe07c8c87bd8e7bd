/**
 * Characters that are invisible or that control the output: control characters, lone surrogates, marks without width, marks of direction,
 * and white space that only looks like a space.
 */
const unseen = /[\p{Cc}\p{Cs}\u00a0\u00ad\u061c\u180e\u2007\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/gu;

/**
 * Start of a command to a CI system: `::name` at the start of a line for GitHub; `##[name]`, `##vso[name` and `##teamcity[` anywhere in a
 * line.
 */
const ciCommand = /^(\s*):(?=:)|#(?=#[\w.]*\[)/g;

/**
 * Makes a text of the user safe as a part of one line of output: it contains no line break, controls no terminal, and starts no CI command.
 * Characters that would do so are escaped, for example as `\u{202e}`.
 *
 * Source of the commands: GitHub Actions, "Workflow commands"; Azure Pipelines, "Logging commands"; TeamCity, "Service messages".
 */
export function printable(text: string): string {
  return text
    .replace(unseen, escaped)
    .replace(ciCommand, (match, blanks = "") => `${String(blanks)}${escaped(match.trim())}`);
}

/** Makes a line safe to print without changing its width in UTF-16 units, so that carets below it stay in place. Tabs are kept. */
export function printableLine(line: string): string {
  return line
    .replace(unseen, (character) => (character === "\t" ? "\t" : replacement))
    .replace(ciCommand, (match) => match.replace(/\S/, replacement));
}

const replacement = "\u{fffd}";

function escaped(character: string): string {
  const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
  return short ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
