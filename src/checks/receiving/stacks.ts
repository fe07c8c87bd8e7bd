import { exampleProject } from "../../definitions/rules";
import { consumerStack, consumerState } from "../../factory/resolve-consumer";
import { buildsAnything } from "../../factory/resolve-factory";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { environmentsOf, type Named } from "./consuming";
import { both, receiving, sharing } from "./example";

const { environment } = exampleProject;
const inS3 = (text: string, key: string) =>
  `${text}state: { s3: { bucket: states, region: us-east-1, key: ${key} } }\n`;
const another = environment.replace("us-east-1", "eu-west-1");

export const environmentEmpty: Rule = {
  code: "environment-empty",
  severity: "warning",
  summary: "An environment neither builds anything nor receives anything, so it makes no stack.",
  source: "docs/reference.md: at least one of images, containers and consumer",
  fail: { "environments/dev.yaml": '▸account: "123456789012"\nregion: us-east-1\n' },
  pass: { "environments/dev.yaml": environment },
};

export const stackNameTaken: Rule = {
  code: "stack-name-taken",
  severity: "error",
  unsilenceable: true,
  summary: "What an environment receives and what another builds would be stacks of one name.",
  source: "docs/reference.md: the stack of a consumer is <environment>-consumer",
  fail: { ...both(sharing, receiving), "environments/team-consumer.yaml": `▸${another}` },
  pass: { ...both(sharing, receiving), "environments/team-images.yaml": another },
};

export const stateKeyTaken: Rule = {
  code: "state-key-taken",
  severity: "error",
  summary:
    "An environment keeps its state in the object of S3 in which another keeps that of what it receives, so each would destroy what the other has made.",
  source: "docs/reference.md: the state of a consumer has the key of its environment with -consumer before its ending",
  fail: {
    ...both(sharing, inS3(receiving, "team.tfstate")),
    "environments/test.yaml": inS3(another, "▸team-consumer.tfstate"),
  },
  pass: {
    ...both(sharing, inS3(receiving, "team.tfstate")),
    "environments/test.yaml": inS3(another, "test.tfstate"),
  },
};

export const stackRules: readonly Rule[] = [environmentEmpty, stackNameTaken, stateKeyTaken];

/** Checks which stacks the environments become, and where each keeps its state. */
export function checkStacks(project: Project): Problem[] {
  const environments = environmentsOf(project);
  return [
    ...environments.flatMap(checkEmpty),
    ...environments.flatMap((each) => checkName(each, environments)),
    ...environments.flatMap((each) => checkState(each, environments)),
  ];
}

function checkEmpty({ source, value }: Named): Problem[] {
  if (buildsAnything(value) || value.consumer !== undefined) return [];
  const message = "the environment neither builds nor receives anything";
  return [problemOf(environmentEmpty, source.file, source.locate([]), message, "add images, containers or consumer")];
}

function checkName({ name, source, value }: Named, environments: readonly Named[]): Problem[] {
  const other = environments.find((each) => each.value.consumer !== undefined && consumerStack(each.name) === name);
  if (other === undefined || !buildsAnything(value)) return [];
  const message = `what "${other.name}" receives is the stack "${name}", too`;
  return [problemOf(stackNameTaken, source.file, source.locate([]), message, "rename one of the two environments")];
}

/** Two that are given the same key are not for here: they need not receive anything. */
function checkState({ source, value }: Named, environments: readonly Named[]): Problem[] {
  const { s3 } = value.state;
  if (s3 === undefined || !buildsAnything(value)) return [];
  const other = environments.find((each) => {
    const derived = each.value.consumer && consumerState(each.value.state).s3;
    return derived?.bucket === s3.bucket && derived.key === s3.key;
  });
  if (other === undefined) return [];
  const message = `what "${other.name}" receives keeps its state in "s3://${s3.bucket}/${s3.key}", too`;
  return [problemOf(stateKeyTaken, source.file, source.locate(["state", "s3", "key"]), message, "write another key")];
}
