/** A quoted text, if every quote is paired with the next one. */
interface QuotedText {
  readonly start: number;
  /** Offset after the closing quote, or the end of the script. */
  readonly end: number;
}

/** Maximum number of quoted texts to try. Only a few of them span several lines in a typical broken script. */
const maxCandidates = 8;
const maxPlaces = 6;
/** Maximum number of characters to parse while trying to close quotes. Bounds the time for long scripts. */
const maxLength = 1_000_000;

/**
 * Returns the offset of the unclosed quote in a script that cannot be parsed. The interpreter pairs it with the next quote, often many
 * lines further down, and reports an error there or at the end. The script becomes valid if this quote is closed on its own line; closing
 * another one does not help.
 *
 * @param quoted matches a comment, an escape or a quoted text; a quoted text is in the group `text`
 * @param isReadable checks whether the interpreter can parse a script
 * @returns undefined if closing a single quote does not fix the script
 */
export function openQuote(script: string, quoted: RegExp, isReadable: (script: string) => boolean): number | undefined {
  const overLines = [...textsIn(script, quoted)].filter(({ start, end }) => script.slice(start, end).includes("\n"));
  const candidates = [
    ...overLines.filter((text) => endsInsideOut(script, text)),
    ...overLines.filter((text) => !endsInsideOut(script, text)),
  ].slice(0, maxCandidates);
  return candidates
    .flatMap(({ start }) => placesToClose(script, start).map((place) => ({ start, place })))
    .slice(0, maxLength / script.length)
    .find(({ start, place }) => isReadable(script.slice(0, place) + script.charAt(start) + script.slice(place)))?.start;
}

function* textsIn(script: string, quoted: RegExp): Generator<QuotedText> {
  for (const { 0: found, index, groups } of script.matchAll(quoted)) {
    if (groups?.text !== undefined) yield { start: index, end: index + found.length };
  }
}

/** Checks whether the closing quote looks like an opening one: a word follows it directly, or it is missing. */
function endsInsideOut(script: string, { start, end }: QuotedText): boolean {
  return script[end - 1] !== script[start] || /[^\s)\]};,|&<>]/.test(script.charAt(end));
}

/**
 * Returns the offsets to try for the closing quote: the end of the line, then the ends of the words on the line. For example, in
 * `if ($a -eq 'b) {` it belongs before the bracket.
 */
function placesToClose(script: string, start: number): number[] {
  const line = script.slice(start + 1, script.indexOf("\n", start));
  const ends = [...line.matchAll(/(?<=[^\s)\]};,])(?=[\s)\]};,])/g)].map(({ index }) => index);
  return [line.trimEnd().length, ...ends.slice(0, maxPlaces - 1)].map((length) => start + 1 + length);
}
