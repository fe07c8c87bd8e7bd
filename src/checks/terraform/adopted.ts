import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { Adopted } from "../../definitions/schema/adopted";
import { knows, terraformSince } from "../../factory/terraform-versions";
import { fileStart, type Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { writeOneOf } from "../../problems/suggest";
import type { Project } from "../../project/load-project";
import { stacksOf } from "../../project/stacks";
import { problemAt } from "../problem-at";

const moving = (text: string) => ({ "adopted/dev.json": `{ "moved": [${text}] }\n` });
const to = (address: string) => `{ "from": "aws_iam_role.a", "to": "${address}" }`;
const role = to("aws_iam_role.build");

export const adoptedStack: Rule = {
  code: "adopted-stack",
  severity: "error",
  unsilenceable: true,
  summary: "A file below adopted/ has not the name of a stack, so nothing reads it.",
  source: "docs/decisions/0022-beside-definitions.md",
  fail: [{ "adopted/old.json": `▸{ "moved": [${role}] }\n` }],
  pass: [moving(role)],
};

export const adoptedTwice: Rule = {
  code: "adopted-twice",
  severity: "error",
  unsilenceable: true,
  summary: "A resource is moved, removed or imported twice, and Terraform refuses or does only one of it.",
  source: "https://developer.hashicorp.com/terraform/language/modules/develop/refactoring: ambiguous move statements",
  fail: [moving(`${role}, { "from": "aws_iam_role.b", "to": ▸"aws_iam_role.build" }`)],
  pass: [moving(role)],
};

export const adoptedTerraform: Rule = {
  code: "adopted-terraform",
  severity: "error",
  unsilenceable: true,
  summary: "A file below adopted/ says what the oldest Terraform of its environment does not know.",
  source: "release notes of Terraform 1.1 (moved), 1.5 (import) and 1.7 (removed)",
  fail: [
    {
      ...moving(role),
      "environments/dev.yaml": `terraformVersion: ▸"0.12.24"\n${exampleProject.environment}`,
    },
  ],
  pass: [{ ...moving(role), "environments/dev.yaml": `terraformVersion: "1.1"\n${exampleProject.environment}` }],
};

export const adoptedAddress: Rule = {
  code: "adopted-address",
  severity: "error",
  unsilenceable: true,
  summary:
    "A resource is moved or imported to an address that the stack does not hold. Terraform would destroy what is moved there. Found only where the stack is synthesised.",
  source: "docs/decisions/0022-beside-definitions.md",
  fail: [],
  pass: [],
};

export const adoptedRules: readonly Rule[] = [adoptedStack, adoptedTwice, adoptedTerraform];

const blocks = ["moved", "import", "removed"] as const;

/** Checks what Terraform is told of resources that exist already. */
export function checkAdopted(project: Project): Problem[] {
  const stacks = stacksOf(project);
  return [...project.adopted].flatMap(([name, definition]) => {
    const { source, value, problems } = definition;
    const stack = stacks.find((each) => each.name === name);
    if (stack === undefined) {
      const names = stacks.map((each) => each.name);
      const fix = names.length === 0 ? "remove it" : `rename it: ${writeOneOf(name, names)}`;
      return [...problems, problemOf(adoptedStack, source.file, fileStart, `there is no stack "${name}"`, fix)];
    }
    if (value === undefined) return problems;
    const { environment, definition: settings } = stack;
    const tooOld = blocks.filter((block) => value[block].length > 0 && !knows(settings.terraformVersion, block));
    const environmentSource = project.environments.get(environment)?.source;
    return [
      ...problems,
      ...checkTwice(definition, value),
      ...tooOld.flatMap((block) => {
        if (environmentSource === undefined) return [];
        const message = `"${block}" of ${source.file} needs Terraform ${terraformSince[block]}`;
        const fix = `write "${terraformSince[block]}" or more, or remove ${source.file}`;
        return [problemAt(adoptedTerraform, environmentSource, ["terraformVersion"], message, fix)];
      }),
    ];
  });
}

function checkTwice({ source }: Definition<unknown>, adopted: Adopted): Problem[] {
  const seen = new Set<string>();
  const entries = [
    ...adopted.moved.flatMap(({ from, to: target }, index) => [
      { key: `from ${from}`, path: ["moved", index, "from"], address: from },
      { key: `moved to ${target}`, path: ["moved", index, "to"], address: target },
    ]),
    ...adopted.removed.map(({ from }, index) => ({
      key: `from ${from}`,
      path: ["removed", index, "from"],
      address: from,
    })),
    ...adopted.import.map(({ to: target }, index) => ({
      key: `imported to ${target}`,
      path: ["import", index, "to"],
      address: target,
    })),
  ];
  return entries.flatMap(({ key, path, address }) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [problemAt(adoptedTwice, source, path, `"${address}" is there twice`, "remove one of the two")];
  });
}
