/** The name of something in AWS, as an environment defines it. */
export interface DefinedName {
  /** E.g. `component linux/update-os`. */
  readonly what: string;
  readonly name: string;
  /** What follows from its file alone, without a prefix. */
  readonly derived: string;
  /** Whether nothing of it has been published in the environment yet, so that no name was there before. */
  readonly isNew: boolean;
}

/** The names that something has had, the first one first. Left out: what always had the one that follows from its file. */
export type NameHistories = ReadonlyMap<string, readonly string[]>;

/** The names that something has had until now; none for what is new. */
function namesBefore({ what, derived, isNew }: DefinedName, histories: NameHistories): readonly string[] {
  return histories.get(what) ?? (isNew ? [] : [derived]);
}

/**
 * Whether something is called otherwise than when it was first published. What names it is then another content: the recipe of a component that got
 * another name would be replaced in AWS, and needs a version of its own for that.
 */
export function isRenamed(defined: DefinedName, histories: NameHistories): boolean {
  const [first] = namesBefore(defined, histories);
  return first !== undefined && first !== defined.name;
}

/** The histories with the names that the environment defines, and messages on what changed. */
export function rememberNames(
  before: NameHistories,
  defined: readonly DefinedName[],
): { readonly histories: NameHistories; readonly says: readonly string[] } {
  const histories = new Map(before);
  const says: string[] = [];
  for (const each of defined) {
    const names = namesBefore(each, before);
    const last = names.at(-1);
    if (last === each.name) continue;
    const all = [...names, each.name];
    if (all.length > 1 || each.name !== each.derived) histories.set(each.what, all);
    if (last !== undefined)
      says.push(`calls ${each.what} "${each.name}", which was "${last}": another one in AWS, and the old one goes`);
  }
  return { histories, says };
}
