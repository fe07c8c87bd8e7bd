/** A quoted text as a simple reader sees it, which takes every quote for the counterpart of the one before. */
interface QuotedText {
  readonly start: number;
  /** After the closing quote, or where the script ends. */
  readonly end: number;
}

/** Few of a broken script's texts span lines before it is clear which one is at fault. */
const maxCandidates = 8;
const maxPlaces = 6;
/** So that a script of any size is read over a bounded number of times. */
const maxLength = 1_000_000;

/**
 * Where the quote stands that was never closed, in a script that cannot be read. The interpreter only sees it close at the next quote,
 * often many lines below, and complains there or at the end. But closed on its own line it makes the script readable again, and no
 * other does.
 *
 * @param quoted matches a comment, an escape, or a whole quoted text, that one in the group `text`
 * @param isReadable whether a script is right as far as its interpreter reads it
 * @returns undefined where closing one quote does not fix the script
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

/** Whether what closes it looks like the start of another text: a word follows it directly, or nothing closes it at all. */
function endsInsideOut(script: string, { start, end }: QuotedText): boolean {
  return script[end - 1] !== script[start] || /[^\s)\]};,|&<>]/.test(script.charAt(end));
}

/** The end of its line, then the ends of the words on it: `if ($a -eq 'b) {` is closed before the bracket. */
function placesToClose(script: string, start: number): number[] {
  const line = script.slice(start + 1, script.indexOf("\n", start));
  const ends = [...line.matchAll(/(?<=[^\s)\]};,])(?=[\s)\]};,])/g)].map(({ index }) => index);
  return [line.trimEnd().length, ...ends.slice(0, maxPlaces - 1)].map((length) => start + 1 + length);
}
