import type { Adoption } from "../versions/adoption";
import type { VersionedKind } from "../versions/change";

const kinds: Readonly<Record<string, VersionedKind>> = {
  component: "component",
  workflow: "workflow",
  image: "imageRecipe",
  container: "containerRecipe",
};

/** `component linux/x 1.2.3 image base@dev 1.0.0`, and what is wrong with it. */
export function readAdoptions(words: readonly string[]): {
  readonly adoptions: readonly Adoption[];
  readonly faults: readonly string[];
} {
  const adoptions: Adoption[] = [];
  const faults: string[] = [];
  for (let index = 0; index < words.length; index += 3) {
    const [kind = "", subject, version] = words.slice(index, index + 3);
    const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    const [name = "", environment] = subject?.split("@", 2) ?? [];
    if (known === undefined) faults.push(`--adopt: "${kind}" is no kind, allowed: ${Object.keys(kinds).join(", ")}`);
    else if (subject === undefined || version === undefined)
      faults.push(
        `--adopt: after "${words.slice(index).join(" ")}" something is missing; write <kind> <name> <version>`,
      );
    else adoptions.push({ kind: known, name, environment, version });
  }
  return { adoptions, faults };
}
