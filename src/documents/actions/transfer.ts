import type { Rule } from "../../problems/rule";
import { entryOf } from "../../problems/yaml-tree";
import { platforms } from "../component-document";
import { buildSteps } from "../examples";
import { quoted } from "../reading/describe";
import { flag, holdsReference, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";

const copyLogs = (destination: string) =>
  `- name: KeepLogs\n  action: CopyFile\n  inputs:\n    - source: /var/log/*.log\n      destination: ${destination}\n`;

export const wildcard: Rule = {
  code: "wildcard",
  severity: "warning",
  summary:
    "A source may contain * only after its last separator. The destination must then be a folder and end with a separator.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-copyfile",
  fail: [buildSteps(copyLogs("▸/opt/logs"))],
  pass: [buildSteps(copyLogs("/opt/logs/"))],
};

/** CopyFile, CopyFolder, MoveFile and MoveFolder take the same inputs. */
export function transfer(name: string): Action {
  return {
    name,
    platforms,
    inputs: "list",
    fields: { source: required(text()), destination: required(text()), overwrite: optional(flag) },
    outputs: [],
    check: ({ map, name: owner }, report) => {
      const source = entryOf(map, "source")?.value;
      const destination = entryOf(map, "destination")?.value;
      if (source?.kind !== "text" || !source.value.includes("*")) return;
      if (source.value.slice(0, source.value.search(/[^/\\]*$/)).includes("*")) {
        const message = `"source" of ${owner} is ${quoted(source.value)}, with a * before the last separator`;
        report.add(wildcard, source, message, "keep * to what follows the last separator");
      }
      if (destination?.kind === "text" && !/[/\\]$/.test(destination.value) && !holdsReference(destination.value)) {
        const message = `"destination" of ${owner} is ${quoted(destination.value)}, though "source" has a wildcard`;
        report.add(wildcard, destination, message, "end the destination in a separator");
      }
    },
  };
}
