import { platforms } from "../../../aws/platform";
import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { buildSteps, sayHello } from "../../examples";
import { orList } from "../../reading/describe";

export const wrongPlatform: DocumentRule = {
  code: "wrong-platform",
  refusedBy: "AWS",
  summary:
    "An action does not run on the platform of the component, or two actions of a document have no platform in common.",
  source: 'service message "Parsing step … failed. Error: Unsupported action InvokeBash for os platform linux."',
  fail: [
    buildSteps(
      `${sayHello}- name: Greet\n  action: ▸ExecutePowerShell\n  inputs:\n    commands:\n      - Write-Host hello\n`,
    ),
  ],
  pass: [buildSteps(sayHello)],
  component: ({ outline: { phases }, platform }, report) => {
    let possible = platform === undefined ? platforms : [platform];
    const why = platform === undefined ? "the steps before are for" : "the component is for";
    for (const { action, map } of phases.flatMap(({ steps }) => steps)) {
      const at = valueOf(map, "action");
      if (action === undefined || at === undefined) continue;
      const common = possible.filter((each) => action.platforms.includes(each));
      if (common.length > 0) possible = common;
      else {
        const message = `${action.name} runs on ${orList(action.platforms)}, but ${why} ${orList(possible)}`;
        report(at, message, "use an action of that platform, or move the step to another component");
      }
    }
  },
};
