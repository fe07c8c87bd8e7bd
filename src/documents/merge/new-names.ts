import { documentNameLength } from "../../aws/limits";
import { shortDigest } from "../../versions/digest";

/** Returns the new name of a name in the document with the given label. */
export type NewName = (label: string, name: string) => string;

/**
 * Creates a function that returns names for a merge, `Install` of `web-server` → `web-server_Install`. The same label and name always give
 * the same result, different ones never do. Names have at most 128 characters, the limit of AWSTOE.
 *
 * @param avoid names that must not be used
 */
export function newNames(avoid: ReadonlySet<string>): NewName {
  const given = new Map<string, string>();
  const taken = new Set(avoid);
  return (label, name) => {
    const whole = `${label}_${name}`;
    const before = given.get(whole);
    if (before !== undefined) return before;
    const base = whole.length > documentNameLength.max ? ending(whole, `-${shortDigest(whole)}`) : whole;
    let chosen = base;
    for (let count = 2; taken.has(chosen); count++) chosen = ending(base, `-${count}`);
    taken.add(chosen);
    given.set(whole, chosen);
    return chosen;
  };
}

function ending(name: string, suffix: string): string {
  return name.slice(0, documentNameLength.max - suffix.length) + suffix;
}
