import { fieldOf, keysOf } from "../../definitions/field-of";
import type { RecipeKind } from "../../model/recipe";
import { writeOneOf } from "../../problems/suggest";
import type { CheckContext } from "../context/check-context";
import type { Report } from "../report";
import { writtenParent } from "./written-parent";

/** Reports names of images or containers that parents and environments refer to but that do not exist. */
export function reportMissing(kind: RecipeKind, { project }: CheckContext, report: Report): void {
  const defined = kind === "image" ? project.images : project.containers;
  const faultOf = (name: string, except?: string): [message: string, fix: string] => {
    const file = `${kind}s/${name}.yaml`;
    // The definition with the wrong name must not be suggested as its own parent.
    const others = [...defined.keys()].filter((other) => other !== except);
    const fix = name.startsWith("arn:")
      ? `write arn: ${name} in place of ${kind}`
      : others.length === 0
        ? `write ${file}`
        : writeOneOf(name, others);
    return [`there is no ${kind} "${name}" (${file})`, fix];
  };
  for (const [name, { source, raw }] of defined) {
    const parent = writtenParent(kind, raw);
    if (parent !== undefined && !defined.has(parent))
      report({ source, path: ["parent", kind] }, ...faultOf(parent, name));
  }
  for (const { source, raw } of project.environments.values())
    for (const name of keysOf(fieldOf(raw, `${kind}s`)))
      if (!defined.has(name)) report({ source, key: [`${kind}s`, name] }, ...faultOf(name));
}
