import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { exampleProject } from "../../src/definitions/example-texts";
import { helloDocument } from "../../src/documents/examples";
import { resolveFactories } from "../../src/project/factories";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { projectFolder } from "../helpers/project-folder";

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
const key = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

const image = `description: The base
tags: { team: platform }
${exampleProject.image.replace("aws: update-linux", "linux/hello")}`;

async function resourcesWith(text: string): Promise<Resources> {
  const root = projectFolder({
    "components/linux/hello.yaml": helloDocument,
    "images/base.yaml": image,
    "environments/dev.yaml": `account: "123456789012"\nregion: us-east-1\n${text}`,
  });
  const { project, lock, problems } = await inspectProject(root);
  expect(problems).toEqual([]);
  const [factory] = lock === undefined ? [] : resolveFactories(project, lock);
  if (factory === undefined) throw new Error("nothing is built");
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  return (
    JSON.parse(Testing.synth(new ImageFactoryStack(app, "dev", { factory, root }), true)) as { resource: Resources }
  ).resource;
}

test("each resource of an image has the description and the tags that are said of it", async () => {
  const { aws_imagebuilder_image_recipe: recipe, ...others } = await resourcesWith(`build:
  description: Shared
  configurationTags: { part: builders }
images:
  base:
    schedule: manual
    descriptions: { pipeline: Each week, distribution: To all }
    tags: { recipe: { part: recipe }, pipeline: { part: pipeline }, distribution: { part: distribution } }
`);
  expect(recipe?.base).toMatchObject({ description: "The base", tags: { part: "recipe" } });
  expect(others.aws_imagebuilder_image_pipeline?.base).toMatchObject({
    description: "Each week",
    tags: { part: "pipeline" },
  });
  expect(others.aws_imagebuilder_distribution_configuration?.base).toMatchObject({
    description: "To all",
    tags: { part: "distribution" },
  });
  expect(others.aws_imagebuilder_infrastructure_configuration?.["image-factory"]).toMatchObject({
    description: "Shared",
    tags: { part: "builders" },
  });
});

test("without them, recipe and pipeline have those of the file, and the others none", async () => {
  const resources = await resourcesWith("images: { base: { schedule: manual } }\n");
  for (const type of ["aws_imagebuilder_image_recipe", "aws_imagebuilder_image_pipeline"])
    expect(resources[type]?.base).toMatchObject({ description: "The base", tags: { team: "platform" } });
  for (const resource of [
    resources.aws_imagebuilder_distribution_configuration?.base,
    resources.aws_imagebuilder_infrastructure_configuration?.["image-factory"],
    resources.aws_imagebuilder_component?.["linux-hello"],
  ]) {
    expect(resource).not.toHaveProperty("description");
    expect(resource).not.toHaveProperty("tags");
  }
});

test("an infrastructure configuration of its own may have its own description and tags", async () => {
  const of = async (more: string) => {
    const resources = await resourcesWith(`build: { description: Shared }
images: { base: { schedule: manual, build: { instanceTypes: [m6i.large] }${more} } }\n`);
    return resources.aws_imagebuilder_infrastructure_configuration?.base;
  };
  expect(await of("")).toMatchObject({ description: "Shared" });
  expect(await of(", descriptions: { infrastructure: Own }, tags: { infrastructure: { a: b } }")).toMatchObject({
    description: "Own",
    tags: { a: "b" },
  });
});

test("a component has what the environment says of it", async () => {
  const { aws_imagebuilder_component: components } = await resourcesWith(`components:
  linux/hello: { description: Says hello, changeDescription: First, kmsKey: "${key}", tags: { a: b } }
images: { base: { schedule: manual } }
`);
  expect(components?.["linux-hello"]).toMatchObject({
    description: "Says hello",
    change_description: "First",
    kms_key_id: key,
    tags: { a: "b" },
  });
});

test("created roles have a path, a boundary, tags and statements of their own", async () => {
  const boundary = "arn:aws:iam::123456789012:policy/boundary";
  const resources = await resourcesWith(`build:
  instanceProfile:
    create: true
    path: /images/
    permissionsBoundary: ${boundary}
    roleTags: { a: b }
    statements:
      - actions: [secretsmanager:GetSecretValue]
        resources: ["arn:aws:secretsmanager:us-east-1:123456789012:secret:\${aws:username}-*"]
        conditions: { StringEquals: { "aws:RequestedRegion": us-east-1 } }
images: { base: { schedule: manual } }
`);
  expect(resources.aws_iam_role?.build).toMatchObject({
    path: "/images/",
    permissions_boundary: boundary,
    tags: { a: "b" },
  });
  expect(JSON.parse(String(resources.aws_iam_role_policy?.["build-own"]?.policy))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["secretsmanager:GetSecretValue"],
        Resource: ["arn:aws:secretsmanager:us-east-1:123456789012:secret:$${aws:username}-*"],
        Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
      },
    ],
  });
});

test("what AWS cannot change of a component is a new version of it, and of what holds it", async () => {
  const root = projectFolder({
    "components/linux/hello.yaml": helloDocument,
    "images/base.yaml": image,
    "environments/dev.yaml": exampleProject.environment,
  });
  const first = (await inspectProject(root)).lock?.text ?? "";
  const changes = async (settings: string) => {
    const changed = projectFolder({
      "components/linux/hello.yaml": helloDocument,
      "images/base.yaml": image,
      "environments/dev.yaml": `${exampleProject.environment}components: { linux/hello: { ${settings} } }\n`,
      "versions.lock.json": first,
    });
    return (await inspectProject(changed)).lock?.changes.map((change) => change.name);
  };
  expect(await changes("tags: { a: b }")).toEqual([]);
  expect(await changes("changeDescription: Second")).toEqual(["linux/hello", "base"]);
  expect(await changes(`kmsKey: "${key}"`)).toEqual(["linux/hello", "base"]);
});
