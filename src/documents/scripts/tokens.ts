export interface Token {
  readonly text: string;
  /** The named group of the pattern that matched. */
  readonly kind: string | undefined;
}

/** One sticky pattern out of alternatives, of which those with a name tell tokens apart. */
export function tokenPattern(...alternatives: readonly RegExp[]): RegExp {
  return new RegExp(alternatives.map(({ source }) => source).join("|"), "y");
}

/** The token at a place of a script; all the rest of it where no alternative matches. */
export function tokenAt(pattern: RegExp, script: string, at: number): Token {
  pattern.lastIndex = at;
  const found = pattern.exec(script);
  if (found === null) return { text: script.slice(at), kind: undefined };
  const groups: Readonly<Record<string, string | undefined>> = found.groups ?? {};
  return { text: found[0], kind: Object.keys(groups).find((name) => groups[name] !== undefined) };
}
