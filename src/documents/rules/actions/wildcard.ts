import { valueOf } from "../../../problems/yaml-tree";
import { inputMaps } from "../../component/inputs";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import { holdsReference } from "../../reading/field-types";

const copyLogs = (destination: string) =>
  `- name: KeepLogs\n  action: CopyFile\n  inputs:\n    - source: /var/log/*.log\n      destination: ${destination}\n`;

export const wildcard: DocumentRule = {
  code: "wildcard",
  severity: "warning",
  summary:
    "A source may contain * only after its last separator. The destination must then be a folder and end with a separator.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-copyfile",
  fail: [buildSteps(copyLogs("▸/opt/logs"))],
  pass: [buildSteps(copyLogs("/opt/logs/"))],
  eachStep: (step, report) => {
    if (step.action === undefined || !/^(Copy|Move)(File|Folder)$/.test(step.action.name)) return;
    for (const { map, name } of inputMaps(step)) {
      const source = valueOf(map, "source");
      const destination = valueOf(map, "destination");
      if (source?.kind !== "text" || !source.value.includes("*")) continue;
      if (source.value.slice(0, source.value.search(/[^/\\]*$/)).includes("*")) {
        const message = `"source" of ${name} is ${quoted(source.value)}, with a * before the last separator`;
        report(source, message, "keep * to what follows the last separator");
      }
      if (destination?.kind === "text" && !/[/\\]$/.test(destination.value) && !holdsReference(destination.value)) {
        const message = `"destination" of ${name} is ${quoted(destination.value)}, though "source" has a wildcard`;
        report(destination, message, "end the destination in a separator");
      }
    }
  },
};
