import { withBuilt } from "../example";
import type { ProjectRule } from "../project-rule";

const named = (name: string) =>
  withBuilt(`    distribute:\n      - region: us-east-1\n        ssmParameters:\n          - name: ${name}\n`);
const levels = (count: number) => "/a".repeat(count);

const MAX_LEVELS = 15;

export const ssmParameterName: ProjectRule = {
  code: "ssm-parameter-name",
  refusedBy: "build",
  summary: "Parameter Store refuses the name of an SSM parameter.",
  source:
    "SSM API field PutParameter.Name: no prefix aws or ssm, a leading slash in a hierarchy, at most 15 levels of it",
  fail: [
    named("▸/aws/images/base"),
    named("▸SSM-base"),
    named("▸/golden//base"),
    named("▸/golden/"),
    named("▸golden/base"),
    named(`▸${levels(MAX_LEVELS + 1)}`),
  ],
  pass: [named("/golden/base"), named("/golden/aws"), named("golden-base"), named(levels(MAX_LEVELS))],
  eachTarget({ target, path }, report) {
    target.ssmParameters.forEach(({ name }, index) => {
      const fault = faultOf(name);
      if (fault === undefined) return;
      const [what, fix] = fault;
      report([...path, "ssmParameters", index, "name"], `the SSM parameter "${name}" ${what}`, fix);
    });
  },
};

function faultOf(name: string): [what: string, fix: string] | undefined {
  const count = name.split("/").filter((part) => part !== "").length;
  if (/^\/?(aws|ssm)/i.test(name))
    return ["starts with aws or ssm, which AWS keeps for itself", "write another name, e.g. /golden/base"];
  if (name.includes("//") || name.endsWith("/"))
    return ["has an empty part", "write one slash between two parts, and none at the end"];
  if (name.includes("/") && !name.startsWith("/"))
    return ["is in a hierarchy, but does not start with a slash", `write /${name}`];
  if (count > MAX_LEVELS)
    return [`has ${count} levels, allowed: up to ${MAX_LEVELS}`, "write fewer parts between slashes"];
  return undefined;
}
