import { fitsLogGroup } from "../../aws/resource-name";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { namesOf } from "../../factory/names";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { problemAtKey } from "../problem-at";

const logging = (name: string, marker = "") => ({
  [`images/${name}.yaml`]: exampleProject.image,
  "environments/dev.yaml": `${exampleProject.environment}  ${marker}${name}: { schedule: manual }\nbuild:\n  logGroups: { retentionDays: 30 }\n`,
});

export const logGroupName: Rule = {
  code: "log-group-name",
  severity: "warning",
  summary:
    "An image or container has a space in its name, so its log groups are not created: a log group name cannot contain a space. AWS does not document where Image Builder logs instead.",
  source: "CloudWatch Logs API field CreateLogGroup.logGroupName; Image Builder User Guide, Amazon CloudWatch Logs",
  fail: [logging("My base", "▸")],
  pass: [logging("My_base")],
};

/** Checks the names of the log groups that an environment makes. */
export function checkLogGroups({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  if (value.build.logGroups === undefined) return [];
  const names = namesOf(value);
  return (["images", "containers"] as const).flatMap((kind) =>
    Object.keys(value[kind])
      .filter((name) => ![names.recipe(name), names.pipeline(name)].every(fitsLogGroup))
      .map((name) => {
        const message = `no log groups are made for "${name}", because the name of its recipe or pipeline holds a space`;
        return problemAtKey(
          logGroupName,
          source,
          [kind, name],
          message,
          "rename it, with hyphens or underscores, or give it other names",
        );
      }),
  );
}
