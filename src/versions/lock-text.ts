import { type Entries, type Entry, entryMembers, integrityOf, kinds, sections, sortedMap } from "./entry";
import {
  type EnvironmentEntries,
  environmentIntegrity,
  environmentMembers,
  environmentSection,
} from "./environment-entry";

/** Returns the text of a lock file: sorted names, increasing versions, two spaces, LF. A change affects only the lines of changed entries. */
export function lockText(entries: Entries, environments: EnvironmentEntries): string {
  const versioned = kinds.map((kind) => {
    const section = [...sortedMap<Entry>(entries.get(kind) ?? new Map<string, Entry>())].map(([name, entry]) => {
      const { current, versions } = entryMembers(entry);
      return [name, { current, integrity: integrityOf(kind, name, entry), versions }] as const;
    });
    return [sections[kind], Object.fromEntries(section)] as const;
  });
  const remembered = [...sortedMap(environments)].map(([name, entry]) => {
    const members = environmentMembers(entry);
    const { account, region, ...others } = members;
    return [name, { account, region, integrity: environmentIntegrity(name, members), ...others }] as const;
  });
  const all = { ...Object.fromEntries(versioned), [environmentSection]: Object.fromEntries(remembered) };
  return `${JSON.stringify({ lockVersion: 1, ...all }, undefined, 2)}\n`;
}
