import type { ComponentReference } from "../model/component-reference";
import type { Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import { writeOneOf } from "../problems/suggest";
import type { YamlSource } from "../problems/yaml-source";
import type { Ledger } from "../versions/ledger";
import { componentVersionUnknown } from "../versions/rules/component-version-unknown";

/**
 * Reports components in a definition with pinned versions that never existed.
 *
 * @param source source of the definition
 * @param components components in the definition
 */
export function unknownVersions(
  source: YamlSource,
  components: readonly ComponentReference[],
  ledger: Ledger,
): Problem[] {
  return components.flatMap((reference, index) => {
    if (reference.from !== "project" || reference.version === undefined) return [];
    const { document, version } = reference;
    const known = ledger.history("component", document);
    if (known.includes(version)) return [];
    const message = `"${document}" has never had the version "${version}"`;
    const at = source.locate(["components", index, "version"]);
    return [problemOf(componentVersionUnknown, source.file, at, message, writeOneOf(version, known))];
  });
}
