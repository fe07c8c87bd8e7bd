import type { Rule } from "../../problems/rule";
import { entryOf, type MapNode } from "../../problems/yaml-tree";
import { windowsBuildSteps } from "../examples";
import { orList } from "./describe";
import type { Owner } from "./fields";
import type { Report } from "./report";

export const exactlyOneField: Rule = {
  code: "exactly-one-field",
  severity: "error",
  summary: "Exactly one of several fields must be given. None or more than one is present.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executepowershell",
  fail: [
    windowsBuildSteps(
      "- name: Greet\n  action: ExecutePowerShell\n  inputs:\n    commands:\n      - Write-Host hello\n    ▸file: C:\\greet.ps1\n",
    ),
  ],
  pass: [windowsBuildSteps("- name: Greet\n  action: ExecutePowerShell\n  inputs:\n    file: C:\\greet.ps1\n")],
};

/** @returns the one that is there, undefined where it is none or several */
export function checkExactlyOne(
  map: MapNode,
  keys: readonly string[],
  owner: Owner,
  report: Report,
): string | undefined {
  const found = keys.flatMap((key) => entryOf(map, key) ?? []);
  const [first, second] = found;
  const all = keys.map((key) => `"${key}"`);
  if (first === undefined) {
    report.add(exactlyOneField, owner.at, `${owner.name} has neither ${all.join(" nor ")}`, `add ${orList(all)}`);
    return undefined;
  }
  if (second === undefined) return first.key;
  const names = found.map(({ key }) => `"${key}"`).join(" and ");
  report.add(
    exactlyOneField,
    second.keyNode,
    `${owner.name} has ${names}, which exclude each other`,
    "keep one of them",
  );
  return undefined;
}
