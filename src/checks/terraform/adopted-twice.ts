import { repeats } from "../../collections/repeats";
import type { Adopted } from "../../definitions/schema/adopted";
import type { Example } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import type { ProjectRule } from "../project-rule";
import { movedTo, moving } from "./adopted-example";

const role = movedTo("aws_iam_role.build");

export const adoptedTwice: ProjectRule = {
  code: "adopted-twice",
  refusedBy: "Terraform",
  unsilenceable: true,
  summary:
    "A resource is moved, removed, renamed or imported twice. Terraform refuses this, or only one of the two takes effect.",
  source: "https://developer.hashicorp.com/terraform/language/modules/develop/refactoring: ambiguous move statements",
  fail: [
    moving(`${role}, { "from": "aws_iam_role.b", "to": ▸"aws_iam_role.build" }`),
    moving(`${role}, { "from": ▸"aws_iam_role.a", "to": "aws_iam_role.execution" }`),
    { "adopted/dev.json": `{ "moved": [${role}], "removed": [{ "from": ▸"aws_iam_role.a" }] }\n` },
    renaming(role, '{ "from": ▸"aws_iam_role.a", "to": "aws_iam_role.execution" }'),
    renaming(role, '{ "from": "aws_iam_role.b", "to": ▸"aws_iam_role.build" }'),
    {
      "adopted/dev.json":
        '{ "import": [{ "to": "aws_iam_role.build", "id": "a" }, { "to": ▸"aws_iam_role.build", "id": "b" }] }\n',
    },
  ],
  pass: [moving(role), renaming(role, '{ "from": "aws_iam_role.build", "to": "aws_iam_role.a" }')],
  project({ project, stacks }, report) {
    for (const [name, { source, value }] of project.adopted) {
      if (value === undefined || !stacks.some((stack) => stack.name === name)) continue;
      for (const { item } of repeats(entriesOf(value), ({ key }) => key))
        report({ source, path: item.path }, `"${item.address}" appears twice`, "remove one of the two");
    }
  },
};

function renaming(...entries: string[]): Example {
  return { "adopted/dev.json": `{ "renamed": [${entries.join(", ")}] }\n` };
}

interface Entry {
  readonly key: string;
  readonly path: YamlPath;
  readonly address: string;
}

function entriesOf({ moved, removed, renamed, import: imported }: Adopted): Entry[] {
  return [
    ...moved.flatMap(({ from, to }, index) => [
      { key: `from ${from}`, path: ["moved", index, "from"], address: from },
      { key: `moved to ${to}`, path: ["moved", index, "to"], address: to },
    ]),
    ...removed.map(({ from }, index) => ({ key: `from ${from}`, path: ["removed", index, "from"], address: from })),
    ...renamed.flatMap(({ from, to }, index) => [
      { key: `renamed from ${from}`, path: ["renamed", index, "from"], address: from },
      { key: `renamed to ${to}`, path: ["renamed", index, "to"], address: to },
    ]),
    ...imported.map(({ to }, index) => ({ key: `imported to ${to}`, path: ["import", index, "to"], address: to })),
  ];
}
