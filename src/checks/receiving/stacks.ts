import { exampleProject } from "../../definitions/rules";
import { consumerStack } from "../../factory/resolve-consumer";
import { buildsAnything } from "../../factory/resolve-factory";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { environmentsOf, type Named } from "./consuming";
import { both, receiving, sharing } from "./example";

const { environment } = exampleProject;
const another = environment.replace("us-east-1", "eu-west-1");

export const environmentEmpty: Rule = {
  code: "environment-empty",
  severity: "warning",
  summary: "An environment neither builds nor receives anything, so it has no stack.",
  source: "docs/reference.md: at least one of images, containers and consumer",
  fail: [{ "environments/dev.yaml": '▸account: "123456789012"\nregion: us-east-1\n' }],
  pass: [{ "environments/dev.yaml": environment }],
};

export const stackNameTaken: Rule = {
  code: "stack-name-taken",
  severity: "error",
  unsilenceable: true,
  summary:
    "Two stacks, one that receives images and one that builds them, would have names that are equal or differ only in letter case.",
  source: "docs/reference.md: the stack of a consumer is <environment>-consumer",
  fail: [{ ...both(sharing, receiving), "environments/team-consumer.yaml": `▸${another}` }],
  pass: [{ ...both(sharing, receiving), "environments/team-images.yaml": another }],
};

export const stackRules: readonly Rule[] = [environmentEmpty, stackNameTaken];

/** Checks which stacks the environments become. */
export function checkStacks(project: Project): Problem[] {
  const environments = environmentsOf(project);
  return [...environments.flatMap(checkEmpty), ...environments.flatMap((each) => checkName(each, environments))];
}

function checkEmpty({ source, value }: Named): Problem[] {
  if (buildsAnything(value) || value.consumer !== undefined) return [];
  const message = "the environment neither builds nor receives anything";
  return [problemOf(environmentEmpty, source.file, source.locate([]), message, "add images, containers or consumer")];
}

function checkName({ name, source, value }: Named, environments: readonly Named[]): Problem[] {
  const other = environments.find(
    (each) => each.value.consumer !== undefined && consumerStack(each.name).toLowerCase() === name.toLowerCase(),
  );
  if (other === undefined || !buildsAnything(value)) return [];
  const stack = consumerStack(other.name);
  const message = `what "${other.name}" receives is the stack "${stack}", ${stack === name ? "too" : "which differs only in letter case"}`;
  return [problemOf(stackNameTaken, source.file, source.locate([]), message, "rename one of the two environments")];
}
