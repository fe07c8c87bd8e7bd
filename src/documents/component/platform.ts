import type { Rule } from "../../problems/rule";
import { entryOf } from "../../problems/yaml-tree";
import { platforms as allPlatforms, type Platform } from "../component-document";
import { buildSteps, sayHello } from "../examples";
import { orList } from "../reading/describe";
import type { Report } from "../reading/report";
import type { Outline } from "./outline";

export const wrongPlatform: Rule = {
  code: "wrong-platform",
  severity: "error",
  summary:
    "An action does not run on the platform of the component, or two actions of a document have no platform in common.",
  source: 'service message "Parsing step … failed. Error: Unsupported action InvokeBash for os platform linux."',
  fail: [
    buildSteps(
      `${sayHello}- name: Greet\n  action: ▸ExecutePowerShell\n  inputs:\n    commands:\n      - Write-Host hello\n`,
    ),
  ],
  pass: [buildSteps(sayHello)],
};

/**
 * Checks that all actions run on one platform.
 * @param platform where the component is known to be for one; otherwise the actions before decide
 */
export function checkPlatform({ phases }: Outline, platform: Platform | undefined, report: Report): void {
  let possible: readonly Platform[] = platform === undefined ? allPlatforms : [platform];
  for (const step of phases.flatMap(({ steps }) => steps)) {
    const { action } = step;
    const at = entryOf(step.map, "action")?.value;
    if (action === undefined || at === undefined) continue;
    const common = possible.filter((each) => action.platforms.includes(each));
    if (common.length > 0) {
      possible = common;
      continue;
    }
    const why = platform === undefined ? "the steps before are for" : "the component is for";
    const message = `${action.name} runs on ${orList(action.platforms)}, but ${why} ${orList(possible)}`;
    report.add(
      wrongPlatform,
      at,
      message,
      "use an action of that platform, or move the step to a component of its own",
    );
  }
}
