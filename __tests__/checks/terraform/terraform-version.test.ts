import { readFileSync } from "node:fs";
import { join } from "node:path";

import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { terraformSince } from "../../../src/factory/terraform-versions";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

async function problemsOf(version: string, text: string): Promise<string[]> {
  const environment = `terraformVersion: "${version}"\n${exampleProject.environment}${text}`;
  const root = projectFolder({ "images/base.yaml": exampleProject.image, "environments/dev.yaml": environment });
  return checkProject(await loadProject(root))
    .filter(({ code }) => code === "terraform-version")
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const s3 = (text: string) => `state:\n  s3:\n    bucket: states\n    key: dev\n    region: us-east-1\n${text}`;
const backend = (text: string) => `state:\n  backend:\n    type: s3\n    config:\n      ${text}\n`;
const role = "{ role_arn: arn:aws:iam::123456789012:role/state }";
const override = (text: string) => `overrides:\n  aws_imagebuilder_image_pipeline.base:\n    ${text}\n`;

/** What needs it, the last version before and the first with it, and where it is. */
const newer: readonly (readonly [text: string, before: string, since: string, place: string])[] = [
  [s3("    lock: file\n"), "1.9.8", "1.10", "12:11"],
  [s3(""), "1.9", "1.10.0", "8:3"],
  [s3("    lock: none\n    role: { arn: arn:aws:iam::123456789012:role/state }\n"), "1.5.7", "1.6", "13:11"],
  ["state:\n  cloud: { organization: us, workspace: dev }\n", "1.0.11", "1.1", "8:10"],
  ["state:\n  cloud: { organization: us, workspace: dev, project: images }\n", "1.5", "1.6", "8:55"],
  [backend("use_lockfile: true"), "1.9", "1.10", "11:21"],
  [backend(`assume_role: ${role}`), "1.5", "1.6", "11:20"],
  [override("lifecycle: { replace_triggered_by: [aws_iam_role.build] }"), "1.1", "1.2", "9:40"],
  [override("lifecycle: [{ replace_triggered_by: [aws_iam_role.build] }]"), "1.1", "1.2", "9:41"],
];

describe("a setting that needs a newer Terraform", () => {
  it.each(newer)("is found at its place: %j with %s", async (text, before, since, place) => {
    const [found, ...more] = await problemsOf(before, text);
    expect(found).toMatch(new RegExp(`^${place} ".*" needs Terraform ${since}`));
    expect(found).toContain(`and "terraformVersion" is "${before}"`);
    expect(more).toEqual([]);
    expect(await problemsOf(since, text)).toEqual([]);
  });

  it.each([
    ["~> 0.12.24", 1],
    ["~> 1.9", 1],
    [">= 1.9, < 2", 1],
    ["< 2, >= 1.9, != 1.9.3", 1],
    ["~> 1.10", 0],
    ["= 1.10.5", 0],
    ["> 1.10, < 2", 0],
    [">= 1.5, >= 1.10", 0],
  ])("is told by the lowest version of a constraint: %s", async (constraint, count) => {
    expect(await problemsOf(constraint, s3("    lock: file\n"))).toHaveLength(count);
  });

  it("is found each on its own", async () => {
    const text = s3("    lock: file\n    role: { arn: arn:aws:iam::123456789012:role/state }\n");
    expect(await problemsOf("0.12.24", text)).toHaveLength(2);
  });

  it.each([
    s3("    lock: { dynamodbTable: locks }\n    profile: states\n"),
    "state:\n  http: { address: https://example.com/dev, username: me }\n",
    "state:\n  backend: { type: gcs, config: { bucket: states, prefix: dev } }\n",
    override("lifecycle: { prevent_destroy: true }"),
    "",
  ])("is none of what Terraform 0.12 takes: %j", async (text) => {
    expect(await problemsOf("0.12.24", text)).toEqual([]);
  });
});

test("README.md says of each what the oldest Terraform is", () => {
  const readme = readFileSync(join(__dirname, "../../..", "README.md"), "utf8");
  const section = /\n## Terraform versions\n([^]*?)\n## /.exec(readme)?.[1] ?? "";
  const versions = [...section.matchAll(/^\| [^|]+\| (\d+\.\d+) +\|$/gm)].map(([, version]) => version);
  for (const version of Object.values(terraformSince)) expect(versions).toContain(version.replace(/\.\d+$/, ""));
});
