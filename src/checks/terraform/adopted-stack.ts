import { writeOneOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { movedTo, moving } from "./adopted-example";

const role = movedTo("aws_iam_role.build");

export const adoptedStack: ProjectRule = {
  code: "adopted-stack",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A file below adopted/ does not have the name of a stack, so nothing reads it.",
  source: "docs/decisions/0022-beside-definitions.md",
  fail: [{ "adopted/old.json": `▸{ "moved": [${role}] }\n` }],
  pass: [moving(role)],
  project({ project, stacks }, report) {
    const names = stacks.map(({ name }) => name);
    for (const [name, { source }] of project.adopted) {
      if (names.includes(name)) continue;
      const fix = names.length === 0 ? "remove it" : `rename it to that of a stack; ${writeOneOf(name, names)}`;
      report({ file: source.file }, `there is no stack "${name}"`, fix);
    }
  },
};
