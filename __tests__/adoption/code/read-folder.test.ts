import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { readTerraformFolder } from "../../../src/adoption/code/read-folder";
import { stateSettingOf } from "../../../src/adoption/code/state-setting";

describe("the folder of the old code", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "golden-images-adoption-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return readTerraformFolder(folder);
  };

  it("gives backend, provider and what is ignored, with variables and locals put in", async () => {
    const code = await write({
      "main.tf": `
terraform {
  backend "s3" {
    bucket = "team-states"
    key    = "images/poc.tfstate"
    region = "us-east-1"
    encrypt = true
    dynamodb_table = "locks"
  }
}
variable "env" { default = "poc" }
variable "owner" {}
locals { team = "team-\${var.env}" }
provider "aws" {
  region = "eu-west-1"
  alias  = "other"
}
provider "aws" {
  region  = "us-east-1"
  profile = file("x")
  default_tags { tags = { team = local.team, owner = var.owner } }
}
resource "aws_imagebuilder_component" "agent" {
  data = templatefile("agent.yaml", { version = 1 })
  lifecycle { ignore_changes = [tags, description] }
}
`,
      "more.tf.json": JSON.stringify({ resource: { aws_x: { y: { lifecycle: { ignore_changes: ["all"] } } } } }),
      "terraform.tfvars": 'owner = "platform"\n',
      "broken.tf": "resource {{{",
    });
    expect(code.backend).toStrictEqual({
      type: "s3",
      config: {
        bucket: "team-states",
        key: "images/poc.tfstate",
        region: "us-east-1",
        encrypt: true,
        dynamodb_table: "locks",
      },
    });
    expect(code.provider).toStrictEqual({
      region: "us-east-1",
      default_tags: [{ tags: { team: "team-poc", owner: "platform" } }],
    });
    expect([...code.ignoreChanges]).toStrictEqual([
      ["aws_imagebuilder_component.agent", ["tags", "description"]],
      ["aws_x.y", ["all"]],
    ]);
    expect(code.templates).toStrictEqual(["aws_imagebuilder_component.agent"]);
    expect(code.unread.map(({ file }) => file)).toStrictEqual(["broken.tf"]);
    expect(stateSettingOf(code)).toStrictEqual({
      setting: {
        s3: {
          bucket: "team-states",
          key: "images/poc.tfstate",
          region: "us-east-1",
          lock: { dynamodbTable: "locks" },
        },
      },
      notes: [],
    });
  });

  it("takes the backend that init has noted, without its secrets", async () => {
    const noted = {
      version: 3,
      backend: {
        type: "s3",
        config: {
          bucket: "team-states",
          key: "k",
          region: "us-east-1",
          secret_key: "hush",
          use_lockfile: true,
          profile: null,
        },
      },
    };
    const code = await write({
      "main.tf": 'terraform {\n  backend "s3" {}\n}\n',
      ".terraform/terraform.tfstate": JSON.stringify(noted),
    });
    const found = stateSettingOf(code);
    expect(found?.setting).toStrictEqual({
      s3: { bucket: "team-states", key: "k", region: "us-east-1", lock: "file", encrypt: false },
    });
    expect(found?.notes).toStrictEqual([
      'the argument "secret_key" of the backend is not adopted: set it in the shell',
    ]);
  });

  it("writes a backend that it has no words for as Terraform does", async () => {
    const code = await write({
      "main.tf": 'terraform {\n  backend "gcs" {\n    bucket = "b"\n    credentials = "x"\n  }\n}\n',
    });
    expect(stateSettingOf(code)?.setting).toStrictEqual({ backend: { type: "gcs", config: { bucket: "b" } } });
  });

  it("says that a backend is not complete", async () => {
    const code = await write({
      "main.tf":
        'terraform {\n  cloud {\n    organization = "o"\n    workspaces {\n      tags = ["a"]\n    }\n  }\n}\n',
    });
    expect(stateSettingOf(code)).toMatchObject({
      setting: { local: {} },
      notes: [expect.stringContaining("not complete")],
    });
  });

  it("reads the modules that are on this disk, wherever init has put them", async () => {
    const ignoring = (what: string) =>
      `resource "aws_imagebuilder_component" "c" {\n  data = templatefile("x", {})\n  lifecycle { ignore_changes = [${what}] }\n}\n`;
    const code = await write({
      "main.tf":
        'module "local" {\n  source = "./images"\n}\nmodule "far" {\n  source = "git::https://example.com/x"\n}\n' +
        'module "absent" {\n  source = "git::https://example.com/y"\n}\n',
      "images/main.tf": `module "inner" {\n  source = "../inner"\n}\n${ignoring("tags")}`,
      "images/broken.tf": "resource {{{",
      "inner/main.tf": ignoring("all"),
      ".terraform/modules/far/sub/main.tf": ignoring("data"),
      ".terraform/modules/modules.json": JSON.stringify({
        Modules: [
          { Key: "", Source: "", Dir: "." },
          { Key: "far", Source: "git::https://example.com/x", Dir: ".terraform/modules/far/sub" },
        ],
      }),
    });
    expect(Object.fromEntries(code.ignoreChanges)).toStrictEqual({
      "module.local.aws_imagebuilder_component.c": ["tags"],
      "module.local.module.inner.aws_imagebuilder_component.c": ["all"],
      "module.far.aws_imagebuilder_component.c": ["data"],
    });
    expect(code.templates).toStrictEqual([...code.ignoreChanges.keys()]);
    expect(code.unread.map(({ file }) => file)).toStrictEqual(["local/broken.tf"]);
  });

  it("does not follow modules that call themselves without an end", async () => {
    const code = await write({ "main.tf": 'module "again" {\n  source = "./"\n}\n' });
    expect(code.unread).toStrictEqual([]);
  });

  it.each([
    ["", "env:/prod/images.tfstate"],
    ['workspace_key_prefix = "teams"', "teams/prod/images.tfstate"],
  ])("knows where a workspace has its state in S3, with %j", async (more, key) => {
    const code = await write({
      "main.tf": `terraform {\n  backend "s3" {\n    bucket = "team-states"\n    key = "images.tfstate"\n    region = "us-east-1"\n    ${more}\n  }\n}\n`,
      ".terraform/environment": "prod",
    });
    expect(stateSettingOf(code)?.setting).toMatchObject({ s3: { key } });
  });

  it.each([
    ['prefix = "images-"', "images-prod"],
    ['tags = ["images"]', "prod"],
  ])("knows the workspace of a cloud whose workspaces have %s", async (workspaces, workspace) => {
    const code = await write({
      "main.tf": `terraform {\n  backend "remote" {\n    organization = "o"\n    workspaces {\n      ${workspaces}\n    }\n  }\n}\n`,
      ".terraform/environment": "prod",
    });
    expect(stateSettingOf(code)?.setting).toStrictEqual({ cloud: { organization: "o", workspace } });
  });

  it("names no workspace by a prefix alone", async () => {
    const code = await write({
      "main.tf":
        'terraform {\n  backend "remote" {\n    organization = "o"\n    workspaces {\n      prefix = "images-"\n    }\n  }\n}\n',
    });
    expect(stateSettingOf(code)?.setting).toMatchObject({
      backend: { type: "remote", config: { organization: "o", workspaces: [{ prefix: "images-" }] } },
    });
  });

  it("says so where it does not know where a workspace has its state, and nothing of the default one", async () => {
    const files = { "main.tf": 'terraform {\n  backend "gcs" {\n    bucket = "b"\n  }\n}\n' };
    expect(stateSettingOf(await write({ ...files, ".terraform/environment": "default" }))?.notes).toStrictEqual([]);
    expect(stateSettingOf(await write({ ...files, ".terraform/environment": "prod" }))?.notes).toStrictEqual([
      expect.stringContaining('workspace "prod"'),
    ]);
  });

  it("knows no backend where the state is a file", async () => {
    expect(stateSettingOf(await write({ "main.tf": "" }))).toBeUndefined();
    expect(stateSettingOf(await write({ "main.tf": 'terraform {\n  backend "local" {}\n}\n' }))).toBeUndefined();
  });
});
