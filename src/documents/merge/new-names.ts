import { documentNameLength } from "../../aws/limits";
import { shortDigest } from "../../versions/digest";

/** The new name of something in the document with that label. */
export type NewName = (label: string, name: string) => string;

/**
 * Gives names after a merge, `Install` of `web-server` → `web-server_Install`: always the same for the same label and name, never
 * two the same, within the 128 characters of AWSTOE.
 *
 * @param avoid what must not become a name
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
