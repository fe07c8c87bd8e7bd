import { exampleProject } from "../../definitions/rules";
import type { State } from "../../definitions/schema/state";
import { describeState } from "../../factory/stack-state";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { type Stack, stacksOf } from "../../project/stacks";
import { problemAt } from "../problem-at";
import { environmentsOf, type Named } from "../receiving/consuming";
import { both, receiving, sharing } from "../receiving/example";

const { environment } = exampleProject;
const elsewhere = environment.replace("us-east-1", "eu-west-1");
const inS3 = (text: string, key: string, more = "") =>
  `${text}state:\n  s3:\n    bucket: states\n    key: ${key}\n    region: us-east-1\n${more}`;

export const stateShared: Rule = {
  code: "state-shared",
  severity: "error",
  summary: "Two stacks use the same state. Each would destroy the resources of the other.",
  source: "Terraform documentation, backend type s3: one key for each state",
  fail: [{ "environments/dev.yaml": inS3(environment, "dev"), "environments/test.yaml": inS3(elsewhere, "▸dev") }],
  pass: [{ "environments/dev.yaml": inS3(environment, "dev"), "environments/test.yaml": inS3(elsewhere, "test") }],
};

export const stateKeyTaken: Rule = {
  code: "state-key-taken",
  severity: "error",
  summary:
    "The state of an environment has the key that another environment uses for its consumer stack. Each would destroy the resources of the other.",
  source: "docs/reference.md: the state of a consumer has the key of its environment with -consumer before its ending",
  fail: [
    {
      ...both(sharing, inS3(receiving, "team.tfstate")),
      "environments/test.yaml": inS3(elsewhere, "▸team-consumer.tfstate"),
    },
  ],
  pass: [
    {
      ...both(sharing, inS3(receiving, "team.tfstate")),
      "environments/test.yaml": inS3(elsewhere, "test.tfstate"),
    },
  ],
};

export const stateKey: Rule = {
  code: "state-key",
  severity: "error",
  unsilenceable: true,
  summary: "The state has a KMS key but is not encrypted, so the key would be ignored.",
  source: "Terraform documentation, backend type s3: kms_key_id, which needs encrypt",
  fail: [
    {
      "environments/dev.yaml": inS3(
        environment,
        "dev",
        "    encrypt: false\n    kmsKey: ▸arn:aws:kms:us-east-1:123456789012:alias/state\n",
      ),
    },
  ],
  pass: [
    {
      "environments/dev.yaml": inS3(environment, "dev", "    kmsKey: arn:aws:kms:us-east-1:123456789012:alias/state\n"),
    },
  ],
};

export const stateUnlocked: Rule = {
  code: "state-unlocked",
  severity: "warning",
  summary: "The state has no lock, so two runs at once can overwrite each other's state.",
  source: "Terraform documentation, State Locking; backend type s3: use_lockfile, dynamodb_table",
  fail: [{ "environments/dev.yaml": inS3(environment, "dev", "    lock: ▸none\n") }],
  pass: [{ "environments/dev.yaml": inS3(environment, "dev", "    lock: file\n") }],
};

export const stateRules: readonly Rule[] = [stateShared, stateKeyTaken, stateKey, stateUnlocked];

/** Checks where the stacks keep their states, alone and against each other. */
export function checkStates(project: Project): Problem[] {
  return [...environmentsOf(project).flatMap(checkS3), ...checkShared(project)];
}

function checkS3({ source, value: { state } }: Named): Problem[] {
  const { s3 } = state;
  if (s3 === undefined) return [];
  const problems: Problem[] = [];
  if (s3.kmsKey !== undefined && !s3.encrypt) {
    const message = `"kmsKey" is "${s3.kmsKey}", but "encrypt" is false`;
    problems.push(problemAt(stateKey, source, ["state", "s3", "kmsKey"], message, "remove it, or encrypt"));
  }
  if (s3.lock === "none") {
    const message = "two runs at once would overwrite each other's state";
    const fix = "write lock: file, or for a Terraform older than 1.10 { dynamodbTable: … }";
    problems.push(problemAt(stateUnlocked, source, ["state", "s3", "lock"], message, fix));
  }
  return problems;
}

function checkShared(project: Project): Problem[] {
  const sources = new Map([...project.environments].map(([name, { source }]) => [name, source]));
  const taken = new Map<string, Stack>();
  // What is derived has its place first: it is the written one that can be changed.
  const stacks = stacksOf(project).sort((a, b) => Number(b.receives) - Number(a.receives));
  return stacks.flatMap((stack) => {
    const { environment: name, definition, receives } = stack;
    const place = describeState(stack.state);
    const first = taken.get(place);
    taken.set(place, first ?? stack);
    const source = sources.get(name);
    if (first === undefined || source === undefined) return [];
    const path = written(definition.state);
    if (first.environment === name) {
      const message = `what "${name}" builds and what it receives keep their states in "${place}"`;
      return [problemAt(stateShared, source, path, message, "write {stack} in it, which stands for the stack's name")];
    }
    const fix = `write one of its own, e.g. with ${name} in it`;
    if (first.receives && !receives) {
      const message = `what "${first.environment}" receives keeps its state in "${place}", too`;
      return [problemAt(stateKeyTaken, source, path, message, fix)];
    }
    const message = `environment "${first.environment}" keeps its state in "${place}", too`;
    return [problemAt(stateShared, source, path, message, fix)];
  });
}

/** Where it is written what two stacks share. */
function written({ local, s3, cloud, http, backend }: State): YamlPath {
  if (s3 !== undefined) return ["state", "s3", "key"];
  if (cloud !== undefined) return ["state", "cloud", "workspace"];
  if (http !== undefined) return ["state", "http", "address"];
  if (backend !== undefined) return ["state", "backend"];
  return local?.file === undefined ? ["state"] : ["state", "local", "file"];
}
