import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parseDocument } from "yaml";

import { inspectProject } from "../../src/checks/inspect-project";
import { synthesise } from "../../stacks/synthesise";
import { projectFolder } from "../helpers/project-folder";
import { faultsOfTerraform12 } from "../helpers/terraform-0-12";
import { threeEnvironments } from "../helpers/three-environments";

const repository = join(__dirname, "../..");
const fixed = join(__dirname, "../fixtures/fixed");
const projects = [
  ["fixtures/three-environments", threeEnvironments],
  ["examples/everything", join(repository, "examples/everything")],
  ["fixtures/valid-project", join(__dirname, "../fixtures/valid-project")],
  ...readdirSync(fixed).map((name) => [`fixtures/fixed/${name}`, join(fixed, name)] as const),
] as const;

const written = [
  "images",
  "containers",
  "environments",
  "components",
  "workflows",
  "dockerfiles",
  "versions.lock.json",
];

/** A copy of a project in which each environment is deployed with Terraform 0.12.24, and locks its state as that can. */
function copyForTerraform12(project: string): string {
  const root = projectFolder({});
  for (const name of written)
    if (existsSync(join(project, name))) cpSync(join(project, name), join(root, name), { recursive: true });
  const environments = join(root, "environments");
  for (const file of readdirSync(environments).filter((name) => name.endsWith(".yaml"))) {
    const document = parseDocument(readFileSync(join(environments, file), "utf8"));
    document.set("terraformVersion", "0.12.24");
    if (document.hasIn(["state", "s3"])) {
      const lock = document.getIn(["state", "s3", "lock"]);
      if (lock === undefined || lock === "file") document.setIn(["state", "s3", "lock"], { dynamodbTable: "locks" });
      document.deleteIn(["state", "s3", "role"]);
    }
    writeFileSync(join(environments, file), document.toString());
  }
  return root;
}

/** The JSON of every stack of a project, by name; it is locked first where it has no lock. */
async function stacksOf(root: string): Promise<Map<string, object>> {
  const inspection = await inspectProject(root);
  expect(inspection.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  writeFileSync(join(root, "versions.lock.json"), inspection.lock?.text ?? "");
  const outdir = join(root, "cdktf.out");
  const { stacks = [] } = await synthesise(root, outdir);
  return new Map(
    stacks.map((name) => [
      name,
      JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8")) as object,
    ]),
  );
}

it.each(projects)("Terraform 0.12.24 can read every stack of %s", async (_name, project) => {
  const stacks = await stacksOf(copyForTerraform12(project));
  expect(stacks.size).toBeGreaterThan(0);
  for (const [name, json] of stacks) {
    expect([name, faultsOfTerraform12(json)]).toEqual([name, []]);
    expect(json).toHaveProperty(["terraform", "required_version"], ">= 0.12.24");
  }
});
