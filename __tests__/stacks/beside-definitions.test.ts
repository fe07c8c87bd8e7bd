import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { inspectProject } from "../../src/checks/inspect-project";
import { environmentText, exampleProject } from "../../src/definitions/example-texts";
import { synthesise } from "../../stacks/synthesise";
import { projectFolder } from "../helpers/project-folder";

const { environment, image } = exampleProject;
/** Files of a second image, besides those of the example. */
const twoImages = {
  "images/web.yaml": image,
  "environments/dev.yaml": environmentText({ images: { base: "", web: "" } }),
};
const pipeline = "aws_imagebuilder_image_pipeline.base";

interface StackJson {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly output: Readonly<Record<string, { readonly value: Readonly<Record<string, unknown>> }>>;
  readonly terraform: { readonly required_version?: string };
  readonly moved?: unknown;
  readonly removed?: unknown;
  readonly import?: unknown;
}

async function lockedProject(files: Readonly<Record<string, string>>): Promise<string> {
  const root = projectFolder({ "images/base.yaml": image, "environments/dev.yaml": environment, ...files });
  writeFileSync(join(root, "versions.lock.json"), (await inspectProject(root)).lock?.text ?? "");
  return root;
}

const outdirOf = (root: string) => join(root, "cdktf.out");
const folderOf = (root: string) => join(outdirOf(root), "stacks", "dev");

async function synthesised(files: Readonly<Record<string, string>>): Promise<StackJson> {
  const root = await lockedProject(files);
  const { problems } = await synthesise(root, outdirOf(root));
  expect(problems).toEqual([]);
  return JSON.parse(readFileSync(join(folderOf(root), "cdk.tf.json"), "utf8")) as StackJson;
}

const overriding = (overrides: string) => ({ "environments/dev.yaml": `${environment}overrides:\n${overrides}` });

describe("overrides", () => {
  it("merge maps, take away by null, replace the rest, and put out what they are", async () => {
    const { resource, output } = await synthesised(
      overriding(
        `  ${pipeline}:\n    image_tests_configuration: { timeout_minutes: 90 }\n    enhanced_image_metadata_enabled: null\n    tags: { cost: "\${var.cost}" }\n`,
      ),
    );
    expect(resource.aws_imagebuilder_image_pipeline?.base).toMatchObject({
      image_tests_configuration: { image_tests_enabled: true, timeout_minutes: 90 },
      tags: { cost: "${var.cost}" },
    });
    expect(resource.aws_imagebuilder_image_pipeline?.base).not.toHaveProperty("enhanced_image_metadata_enabled");
    expect(output.overridden_arguments?.value).toEqual({
      [pipeline]: ["enhanced_image_metadata_enabled", "image_tests_configuration", "tags"],
    });
  });

  it("of what the stack does not hold are refused at their place, and nothing is written", async () => {
    const root = await lockedProject(overriding("  aws_imagebuilder_image_pipeline.bas: { tags: {} }\n"));
    const { problems, stacks } = await synthesise(root, outdirOf(root));
    expect(problems.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`)).toEqual([
      `environments/dev.yaml:7 override-address the stack holds no "aws_imagebuilder_image_pipeline.bas", but "${pipeline}"`,
    ]);
    expect(stacks).toBeUndefined();
    expect(existsSync(folderOf(root))).toBe(false);
  });

  it("are part of the content of a recipe, but for what changes in place", async () => {
    const root = await lockedProject({});
    const changesWith = async (overrides: string) => {
      writeFileSync(join(root, "environments/dev.yaml"), overriding(overrides)["environments/dev.yaml"]);
      return (await inspectProject(root)).lock?.changes.length;
    };
    const recipe = "aws_imagebuilder_image_recipe.base";
    expect(await changesWith(`  ${recipe}: { tags: { a: b } }\n`)).toBe(0);
    expect(await changesWith(`  ${pipeline}: { description: Mine }\n`)).toBe(0);
    expect(await changesWith(`  ${recipe}: { working_directory: /opt }\n`)).toBe(1);
  });
});

describe("adopted/<stack>.json", () => {
  const adopted = (text: object) => ({ "adopted/dev.json": JSON.stringify(text) });

  it("is put into the stack as blocks of Terraform", async () => {
    const stack = await synthesised(
      adopted({
        moved: [{ from: 'module.ib["a"].aws_imagebuilder_image_pipeline.this[0]', to: pipeline }],
        removed: [{ from: "module.ib.aws_s3_bucket_object.install" }],
        import: [{ to: "aws_iam_role.build", id: "build-${x}" }],
      }),
    );
    expect(stack.moved).toEqual([{ from: 'module.ib["a"].aws_imagebuilder_image_pipeline.this[0]', to: pipeline }]);
    expect(stack.removed).toEqual([{ from: "module.ib.aws_s3_bucket_object.install", lifecycle: { destroy: false } }]);
    expect(stack.import).toEqual([{ to: "aws_iam_role.build", id: "build-$${x}" }]);
    expect(stack.terraform.required_version).toBe(">= 1.7.0");
  });

  it.each([
    [{ moved: [{ from: "aws_iam_role.a", to: "aws_iam_role.build" }] }, ">= 1.1.0"],
    [{ import: [{ to: "aws_iam_role.build", id: "a" }] }, ">= 1.5.0"],
    [{}, undefined],
  ])("asks for a Terraform that knows it: %j", async (text, version) => {
    expect((await synthesised(adopted(text))).terraform.required_version).toBe(version);
  });

  it("with a target that the stack does not hold is refused, for Terraform would destroy what is moved there", async () => {
    const root = await lockedProject(adopted({ moved: [{ from: "aws_iam_role.a", to: "aws_iam_role.b" }] }));
    const { problems, stacks } = await synthesise(root, outdirOf(root));
    expect(problems.map(({ file, code, message }) => `${file} ${code} ${message}`)).toEqual([
      'adopted/dev.json adopted-address the stack holds no "aws_iam_role.b", so Terraform would destroy what is moved there',
    ]);
    expect(stacks).toBeUndefined();
  });

  it.each([
    [
      { from: "aws_imagebuilder_image_pipeline.base", to: "aws_imagebuilder_image_pipeline.web" },
      'adopted-address the stack already holds "aws_imagebuilder_image_pipeline.web", ' +
        'which "aws_imagebuilder_image_pipeline.base" would overwrite; ' +
        'rename "aws_imagebuilder_image_pipeline.web", too, or write an address that the stack does not hold',
    ],
    [
      { from: "aws_imagebuilder_image_pipeline.bas", to: "aws_imagebuilder_image_pipeline.app" },
      'adopted-address the stack holds no "aws_imagebuilder_image_pipeline.bas"; ' +
        "write the address of a resource of the stack, or remove it",
    ],
    [
      { from: "aws_imagebuilder_image_pipeline.base", to: "aws_imagebuilder_image_recipe.app" },
      'invalid-value "renamed[0].to": "aws_imagebuilder_image_recipe.app" has another type than ' +
        '"aws_imagebuilder_image_pipeline.base"; write an address that begins with "aws_imagebuilder_image_pipeline."',
    ],
  ])("with a renaming that would lose a resource is refused: %j", async (renaming, problem) => {
    const root = await lockedProject({ ...twoImages, ...adopted({ renamed: [renaming] }) });
    const { problems, stacks } = await synthesise(root, outdirOf(root));
    expect(problems.map(({ file, code, message, fix }) => `${file} ${code} ${message}; ${fix}`)).toEqual([
      `adopted/dev.json ${problem}`,
    ]);
    expect(stacks).toBeUndefined();
  });

  it("that exchanges two addresses keeps both resources, and outputs of all name each one", async () => {
    const [base, web] = [pipeline, "aws_imagebuilder_image_pipeline.web"];
    const { output, resource } = await synthesised({
      ...twoImages,
      "environments/dev.yaml": `outputs: all\n${twoImages["environments/dev.yaml"]}`,
      ...adopted({
        renamed: [
          { from: base, to: web },
          { from: web, to: base },
        ],
      }),
    });
    expect(resource.aws_imagebuilder_image_pipeline).toMatchObject({ base: { name: "web" }, web: { name: "base" } });
    expect(output.arns?.value).toMatchObject({ [base]: `\${${base}.arn}`, [web]: `\${${web}.arn}` });
    expect(output.names?.value).toMatchObject({ [base]: `\${${base}.name}`, [web]: `\${${web}.name}` });
    expect(output.image_pipeline_arns?.value).toEqual({ base: `\${${web}.arn}`, web: `\${${base}.arn}` });
  });
});

/** The stack after an edit of the environment whose adoption gave the documents bucket and the build role other addresses. */
async function editedAfterAdoption(edited: string, more: object = {}, before = environment): Promise<StackJson> {
  const renamed = [
    { from: "aws_s3_bucket.documents", to: "aws_s3_bucket.documents-2" },
    { from: "aws_s3_bucket_policy.documents", to: "aws_s3_bucket_policy.documents-2" },
  ];
  const root = await lockedProject({
    "environments/dev.yaml": before,
    "adopted/dev.json": JSON.stringify({ renamed, ...more }),
  });
  writeFileSync(join(root, "environments/dev.yaml"), edited);
  writeFileSync(join(root, "versions.lock.json"), (await inspectProject(root)).lock?.text ?? "");
  const { problems } = await synthesise(root, outdirOf(root));
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return JSON.parse(readFileSync(join(folderOf(root), "cdk.tf.json"), "utf8")) as StackJson;
}

describe("a bucket that an adoption has given another address", () => {
  it.each([
    ["the environment no longer creates", `${environment}documents: { bucket: given }\n`],
    ["the emptied environment leaves", 'account: "123456789012"\nregion: us-east-1\n'],
  ])("is kept at that address where %s it", async (_, edited) => {
    const { moved, removed } = await editedAfterAdoption(edited);
    expect(moved).toEqual(
      expect.arrayContaining([
        { from: "aws_s3_bucket.documents-2", to: "aws_s3_bucket.documents-2__let-go" },
        { from: "aws_s3_bucket_policy.documents-2", to: "aws_s3_bucket_policy.documents-2__let-go" },
      ]),
    );
    expect(removed).toEqual(
      expect.arrayContaining([{ from: "aws_s3_bucket.documents-2__let-go", lifecycle: { destroy: false } }]),
    );
    expect(JSON.stringify(moved)).not.toContain('"aws_s3_bucket.documents"');
  });

  it("is destroyed, with its entries left in place, where the environment says so", async () => {
    const moved = [
      { from: "aws_s3_bucket.this", to: "aws_s3_bucket.documents-2" },
      { from: "aws_s3_bucket_versioning.this", to: "aws_s3_bucket_versioning.documents" },
    ];
    const destroyed = `onRemoval: destroy\n${environment}`;
    const stack = await editedAfterAdoption(`${destroyed}documents: { bucket: given }\n`, { moved }, destroyed);
    expect(stack.moved).toEqual(
      expect.arrayContaining([
        ...moved,
        { from: "aws_s3_bucket_policy.documents-2", to: "aws_s3_bucket_policy.documents-2__let-go" },
      ]),
    );
    expect(JSON.stringify(stack.removed)).not.toContain('"aws_s3_bucket.');
  });

  it("is kept where it was moved from an address of the adopted state, in states that did not move it yet", async () => {
    const move = { from: "aws_s3_bucket.this", to: "aws_s3_bucket.documents-2" };
    const { moved } = await editedAfterAdoption(`${environment}documents: { bucket: given }\n`, { moved: [move] });
    expect(moved).toEqual(expect.arrayContaining([move]));
  });
});

test("outputs of all tell the ARN and name of each resource that has one, by its address", async () => {
  const { output, resource } = await synthesised({ "environments/dev.yaml": `outputs: all\n${environment}` });
  expect(output.arns?.value).toMatchObject({
    [pipeline]: `\${${pipeline}.arn}`,
    "aws_s3_bucket.documents": "${aws_s3_bucket.documents.arn}",
  });
  expect(output.names?.value).toMatchObject({
    "aws_iam_role.build": "${aws_iam_role.build.name}",
    "aws_s3_bucket.documents": "${aws_s3_bucket.documents.bucket}",
  });
  for (const address of Object.keys(output.arns?.value ?? {})) {
    const [type = "", name = ""] = address.split(".");
    expect(resource[type]?.[name]).toBeDefined();
  }
});

test("the lock of a provider lies beside the JSON, goes with its file, and one of Terraform's own stays", async () => {
  const committed = "environments/dev.terraform.lock.hcl";
  const root = await lockedProject({ [committed]: "# committed\n" });
  const copy = join(folderOf(root), ".terraform.lock.hcl");
  await synthesise(root, outdirOf(root));
  expect(readFileSync(copy, "utf8")).toBe("# committed\n");

  rmSync(join(root, committed));
  await synthesise(root, outdirOf(root));
  expect(existsSync(copy)).toBe(false);

  writeFileSync(copy, "# of terraform init\n");
  await synthesise(root, outdirOf(root));
  expect(readFileSync(copy, "utf8")).toBe("# of terraform init\n");
});

test("files of terraform/<stack>/ lie beside the JSON, and go with the files", async () => {
  const root = await lockedProject({
    "terraform/dev/lookups.tf": 'data "aws_caller_identity" "me" {}\n',
    "terraform/dev/modules/a/main.tf": "# a\n",
    "terraform/dev/.terraform/x": "",
  });
  const read = (file: string) => readFileSync(join(folderOf(root), file), "utf8");
  expect((await synthesise(root, outdirOf(root))).problems).toEqual([]);
  expect([read("lookups.tf"), read("modules/a/main.tf")]).toEqual(['data "aws_caller_identity" "me" {}\n', "# a\n"]);

  writeFileSync(join(folderOf(root), "terraform.tfvars"), "mine");
  rmSync(join(root, "terraform/dev/lookups.tf"));
  await synthesise(root, outdirOf(root));
  expect(existsSync(join(folderOf(root), "lookups.tf"))).toBe(false);
  expect(read("modules/a/main.tf")).toBe("# a\n");

  rmSync(join(root, "terraform"), { recursive: true });
  await synthesise(root, outdirOf(root));
  expect(existsSync(join(folderOf(root), "modules/a/main.tf"))).toBe(false);
  expect(existsSync(join(folderOf(root), "terraform-files.json"))).toBe(false);
  expect(read("terraform.tfvars")).toBe("mine");
});
