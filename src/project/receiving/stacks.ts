import { exampleProject } from "../../definitions/rules";
import { consumerStack, consumerState } from "../../factory/resolve-consumer";
import { buildsAnything } from "../../factory/resolve-factory";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../load-project";
import { environmentsOf, type Named } from "./consuming";
import { both, receiving, sharing } from "./example";

const { environment } = exampleProject;
const inS3 = (text: string, key: string) =>
  `${text}state: { s3: { bucket: states, region: us-east-1, key: ${key} } }\n`;
const another = environment.replace("us-east-1", "eu-west-1");

export const environmentEmpty: Rule = {
  code: "environment-empty",
  severity: "error",
  summary: "An environment neither builds anything nor receives anything.",
  source: "docs/reference.md: at least one of images, containers and consumer",
  breaks: { "environments/dev.yaml": '▸account: "123456789012"\nregion: us-east-1\n' },
  mends: { "environments/dev.yaml": environment },
};

export const stackNameTaken: Rule = {
  code: "stack-name-taken",
  severity: "error",
  summary: "What an environment receives and what another builds would be stacks of one name.",
  source: "docs/reference.md: the stack of a consumer is <environment>-consumer",
  breaks: { ...both(sharing, receiving), "environments/team-consumer.yaml": `▸${another}` },
  mends: { ...both(sharing, receiving), "environments/team-images.yaml": another },
};

export const stateKeyTaken: Rule = {
  code: "state-key-taken",
  severity: "error",
  summary: "Two stacks keep their state in the same object of S3, so each would destroy what the other has made.",
  source: "Terraform, Backend Type: s3; the state of a consumer is beside that of what its environment builds",
  breaks: {
    "environments/dev.yaml": inS3(environment, "images.tfstate"),
    "environments/test.yaml": inS3(another, "▸images.tfstate"),
  },
  mends: {
    "environments/dev.yaml": inS3(environment, "images.tfstate"),
    "environments/test.yaml": inS3(another, "test/images.tfstate"),
  },
};

export const stackRules: readonly Rule[] = [environmentEmpty, stackNameTaken, stateKeyTaken];

/** Checks which stacks the environments become, and where each keeps its state. */
export function checkStacks(project: Project): Problem[] {
  const environments = environmentsOf(project);
  return [
    ...environments.flatMap(checkEmpty),
    ...environments.flatMap((each) => checkName(each, environments)),
    ...checkStates(environments),
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

function checkStates(environments: readonly Named[]): Problem[] {
  const taken = new Map<string, string>();
  return environments.flatMap(({ name, source, value }) => {
    const { state, consumer } = value;
    const stacks = [
      ...(buildsAnything(value) ? [{ stack: name, s3: state.s3 }] : []),
      ...(consumer === undefined ? [] : [{ stack: consumerStack(name), s3: consumerState(state).s3 }]),
    ];
    return stacks.flatMap(({ stack, s3 }) => {
      if (s3 === undefined) return [];
      const object = `s3://${s3.bucket}/${s3.key}`;
      const other = taken.get(object);
      taken.set(object, other ?? stack);
      if (other === undefined) return [];
      const message = `the stacks "${other}" and "${stack}" would both keep their state in "${object}"`;
      const fix = "write a key of its own for each environment";
      return [problemOf(stateKeyTaken, source.file, source.locate(["state", "s3", "key"]), message, fix)];
    });
  });
}
