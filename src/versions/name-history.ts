/** The name of a component, recipe or repository in AWS, as defined by an environment. */
export interface DefinedName {
  /** Key of the subject, e.g. `component linux/update-os`. */
  readonly what: string;
  readonly name: string;
  /** Default name without prefix, derived from the file name. */
  readonly derived: string;
  /** True if the subject has not been published in the environment yet, so that it had no name before. */
  readonly isNew: boolean;
}

/** All names of each subject, oldest first. Subjects that always had their default name are missing. */
export type NameHistories = ReadonlyMap<string, readonly string[]>;

/** Returns all earlier names of a subject. Empty for new subjects. */
function namesBefore({ what, derived, isNew }: DefinedName, histories: NameHistories): readonly string[] {
  return histories.get(what) ?? (isNew ? [] : [derived]);
}

/**
 * Checks whether the name of a subject differs from its first published name. That changes the content of recipes that refer to it: they would be
 * replaced in AWS and thus need a new version.
 */
export function isRenamed(defined: DefinedName, histories: NameHistories): boolean {
  const [first] = namesBefore(defined, histories);
  return first !== undefined && first !== defined.name;
}

/** Adds the defined names to the histories, and returns a message for each change. */
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
