import { containerSchema } from "../../src/definitions/schema/container";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { listedIn } from "../../src/factory/listed";
import { containerContent, imageContent } from "../../src/factory/resolve-recipe";
import type { ResolvedRecipe } from "../../src/factory/resolved-recipe";
import type { RecipeComponent } from "../../src/model/component-reference";
import { digestedRecipe } from "../../src/project/recipe-digest";
import { canonicalJson } from "../../src/versions/canonical";

const place = { partition: "aws", region: "us-east-1", account: "123456789012" } as const;
const components: readonly RecipeComponent[] = [
  { from: "project", document: "linux/web", version: "1.0.3", parameters: { Port: "80" } },
  { from: "aws", type: "component", name: "update-linux", version: "x.x.x", parameters: {} },
  { from: "arn", arn: "arn:aws:imagebuilder:us-east-1:123456789012:component/agent/1.0.0", parameters: {} },
  { from: "arn", arn: "arn:aws:imagebuilder:eu-west-1:123456789012:component/agent/1.0.0", parameters: {} },
];
const images = new Map([
  [
    "web",
    imageSchema.parse({
      description: "Web servers",
      parent: { image: "Base Image", rootDevice: "/dev/xvda" },
      components: ["linux/web"],
      volumes: [{ size: 30, kmsKey: "arn:aws:kms:us-east-1:123456789012:alias/images" }],
      workingDirectory: "/var/tmp",
      userData: "#!/bin/sh",
      removeSsmAgent: false,
    }),
  ],
  [
    "plain",
    imageSchema.parse({ parent: { os: "amazon-linux-2023", architecture: "x86_64" }, components: ["linux/web"] }),
  ],
  ["Base Image", imageSchema.parse({ parent: { ssm: "/base", platform: "Linux" }, components: ["linux/web"] })],
]);
const containers = new Map([
  [
    "My App",
    containerSchema.parse({
      parent: { image: "amazonlinux:2023" },
      components: ["linux/web"],
      instance: { amis: { "us-east-1": "ami-0123456789abcdef0" }, volumes: [{ size: 50 }] },
      kmsKey: "arn:aws:kms:us-east-1:123456789012:alias/templates",
    }),
  ],
]);

/** As the digest of a recipe has it, with names in AWS that are not those of the files. */
function digested(name: string, settings: Readonly<Record<string, object>>): unknown {
  const environment = environmentSchema.parse({ account: place.account, region: place.region, ...settings });
  const context = { environment, names: { recipe: (built: string) => `team-${built}` } };
  const resolved = listedIn(environment, images, containers).map((listed): ResolvedRecipe => {
    if (listed.kind === "image") return { ...listed, references: [], content: imageContent(listed, context, images) };
    const dockerfile = { content: { text: "FROM" }, sha256: "d".repeat(64) };
    return { ...listed, references: [], content: containerContent(listed, context, containers, dockerfile) };
  });
  const recipe = resolved.find((each) => each.name === name);
  return recipe && JSON.parse(canonicalJson(digestedRecipe(recipe, components, place)));
}

const digestedComponents = [
  { component: "linux/web", version: "1.0.3", parameters: { Port: "80" } },
  { arn: "aws:component/update-linux/x.x.x", parameters: {} },
  { arn: "own:component/agent/1.0.0", parameters: {} },
  { arn: "arn:aws:imagebuilder:eu-west-1:123456789012:component/agent/1.0.0", parameters: {} },
];
const ofVolume = { device: "/dev/xvda", type: "gp3", encrypted: true, deleteOnTermination: true };

// Whoever changes these words builds everybody's images anew.
describe("the digest of a recipe is made", () => {
  test("of all that an image's holds, and nothing of the place or of names in AWS", () => {
    expect(digested("web", { images: { web: { schedule: "manual" } } })).toEqual({
      name: "web",
      description: "Web servers",
      parentImage: "own:image/base-image/x.x.x",
      components: digestedComponents,
      volumes: [{ ...ofVolume, size: 30, kmsKey: "arn:aws:kms:us-east-1:123456789012:alias/images" }],
      workingDirectory: "/var/tmp",
      userData: "#!/bin/sh",
      removeSsmAgent: false,
    });
  });

  test("of a key that the environment creates in one word, whatever the code calls it", () => {
    const encryption = { create: true, alias: "images" };
    expect(digested("plain", { images: { plain: { schedule: "manual" } }, encryption })).toMatchObject({
      volumes: [{ encrypted: true, kmsKey: { made: true } }],
    });
  });

  test("of all that a container's holds", () => {
    expect(digested("My App", { containers: { "My App": { schedule: "manual" } } })).toEqual({
      name: "My App",
      parentImage: "amazonlinux:2023",
      platformOverride: "Linux",
      components: digestedComponents,
      dockerfileSha256: "d".repeat(64),
      repository: "my-app",
      instance: { ami: "ami-0123456789abcdef0", volumes: [{ ...ofVolume, size: 50 }] },
      kmsKey: "arn:aws:kms:us-east-1:123456789012:alias/templates",
    });
  });

  test("of the name of a repository that the environment writes", () => {
    const repository = { name: "team/app" };
    expect(digested("My App", { containers: { "My App": { schedule: "manual", repository } } })).toMatchObject({
      repository: "team/app",
    });
  });
});
