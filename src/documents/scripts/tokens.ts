export interface Token {
  readonly text: string;
  /** Name of the group that matched; undefined if none did. */
  readonly kind: string | undefined;
}

/** Joins alternatives into one sticky pattern. Named groups distinguish the tokens. */
export function tokenPattern(...alternatives: readonly RegExp[]): RegExp {
  return new RegExp(alternatives.map(({ source }) => source).join("|"), "y");
}

/** Returns the token at an offset of a script, or the rest of the script if no alternative matches. */
export function tokenAt(pattern: RegExp, script: string, at: number): Token {
  pattern.lastIndex = at;
  const found = pattern.exec(script);
  if (found === null) return { text: script.slice(at), kind: undefined };
  const groups: Readonly<Record<string, string | undefined>> = found.groups ?? {};
  return { text: found[0], kind: Object.keys(groups).find((name) => groups[name] !== undefined) };
}
