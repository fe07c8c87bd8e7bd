/**
 * What cannot be seen, or does something when it is printed: control characters, lone surrogates, marks of width zero or of direction,
 * and blanks that only look like a space.
 */
const unseen = /[\p{Cc}\p{Cs}\u00a0\u00ad\u061c\u180e\u2007\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/gu;

/** What starts a command to a CI: `::name` at the start of a line for GitHub; `##[name]`, `##vso[name` and `##teamcity[` anywhere in it. */
const ciCommand = /^(\s*):(?=:)|#(?=#[\w.]*\[)/g;

/**
 * Text of a user as a part of a line that people or a CI read: it stays on that line, steers no terminal, and starts no command.
 * What would is written as its code point, e.g. `\u{202e}`.
 *
 * Source of the commands: GitHub Actions, "Workflow commands"; Azure Pipelines, "Logging commands"; TeamCity, "Service messages".
 */
export function printable(text: string): string {
  return text.replace(unseen, escaped).replace(ciCommand, (match, blanks: string | undefined) => {
    return `${blanks ?? ""}${escaped(match.trim())}`;
  });
}

/** The same at the same width in UTF-16 units, so that carets below it point where they should; tabs stay. */
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
