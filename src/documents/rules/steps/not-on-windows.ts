import { entryOf } from "../../../problems/yaml-tree";
import { inputMaps } from "../../component/inputs";
import type { DocumentRule } from "../../document-rule";
import { windowsBuildSteps } from "../../examples";

export const notOnWindows: DocumentRule = {
  code: "not-on-windows",
  refusedBy: "build",
  summary: "A step for Windows sets an owner, a group or permissions, which its action does not support on Windows.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-createfile",
  fail: [
    windowsBuildSteps(
      "- name: Greet\n  action: ExecutePowerShell\n  inputs:\n    commands:\n      - Write-Host hello\n- name: Make\n  action: CreateFolder\n  inputs:\n    - path: C:\\tools\n      ▸owner: Administrator\n",
    ),
  ],
  pass: [
    windowsBuildSteps(
      "- name: Greet\n  action: ExecutePowerShell\n  inputs:\n    commands:\n      - Write-Host hello\n- name: Make\n  action: CreateFolder\n  inputs:\n    - path: C:\\tools\n",
    ),
  ],
  eachStep: (step, report, { platforms, platform }) => {
    const { action } = step;
    const able = platform === undefined ? platforms : [platform];
    if (action?.notOnWindows === undefined || able.join() !== "Windows") return;
    for (const { map, name } of inputMaps(step)) {
      for (const key of action.notOnWindows) {
        const entry = entryOf(map, key);
        if (entry === undefined) continue;
        report(entry.keyNode, `${name} sets "${key}", which ${action.name} refuses on Windows`, "remove it");
      }
    }
  },
};
