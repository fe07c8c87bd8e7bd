import { parse } from "yaml";

import { keptInEnvironment, keptInImage } from "../../src/adoption/hardening";
import { proofOf } from "../../src/adoption/proof";
import { readPlan } from "../../src/review/plan/read-plan";

function found(kept: ReturnType<typeof keptInImage>): string[] {
  return kept.map(({ of, path }) => `${of} ${path.join(".")}`);
}

test("what an adoption keeps of an environment is found, and nothing that somebody else has written", () => {
  const environment = parse(`
documents: { create: true, protection: [] }
build:
  logs: { create: true, protection: [encryption] }
  metadata: as-ami
images:
  web: { build: { metadata: as-ami } }
  base: { build: { metadata: { tokens: optional } } }
overrides:
  aws_iam_role.build: { description: old, max_session_duration: 7200 }
  aws_ecr_repository.app: { image_tag_mutability: MUTABLE }
  aws_imagebuilder_infrastructure_configuration.image-factory:
    instance_metadata_options: [{ http_put_response_hop_limit: 3 }]
`) as unknown;
  expect(found(keptInEnvironment(environment))).toEqual([
    "documents documents.protection",
    "logs build.logs.protection",
    "metadata build.metadata",
    "metadata images.web.build.metadata",
    "overrides overrides.aws_iam_role.build.description",
    "metadata overrides.aws_imagebuilder_infrastructure_configuration.image-factory.instance_metadata_options",
  ]);
});

test("so is what it keeps of an image", () => {
  const image = parse(
    "encryptRootVolume: false\nvolumes:\n  - { size: 8, encrypted: as-parent }\n  - { device: /dev/sdf, encrypted: false }\n",
  ) as unknown;
  expect(found(keptInImage(image))).toEqual(["volumes encryptRootVolume", "volumes volumes.0.encrypted"]);
});

test.each([undefined, null, [], "text", { documents: null, build: [], overrides: "x", images: { web: null } }])(
  "a file that says none of it keeps nothing: %j",
  (raw) => {
    expect([...keptInEnvironment(raw), ...keptInImage(raw)]).toEqual([]);
  },
);

describe("the proof of a hardening", () => {
  const plan = (type: string, actions: readonly string[], replace: readonly string[]) => {
    const change = { actions, before: {}, after: {}, replace_paths: replace.map((path) => [path]) };
    const resource = { address: `${type}.base`, type, name: "base", mode: "managed", change };
    const read = readPlan(JSON.stringify({ format_version: "1.2", resource_changes: [resource] }));
    if ("code" in read) throw new Error(read.message);
    return read;
  };
  const recipe = "aws_imagebuilder_image_recipe";

  test("takes a recipe that its next version replaces", () => {
    const proof = proofOf(plan(recipe, ["create", "delete"], ["version"]), { newVersions: true });
    expect(proof).toMatchObject({ holds: true, versions: [`${recipe}.base`], violations: [] });
  });

  test("takes an image that Terraform builds of such a recipe", () => {
    const image = plan("aws_imagebuilder_image", ["create", "delete"], ["image_recipe_arn"]);
    expect(proofOf(image, { newVersions: true })).toMatchObject({ holds: true });
  });

  test.each([
    ["aws_imagebuilder_image", ["create", "delete"], ["image_recipe_arn", "distribution_configuration_arn"]],
    [recipe, ["delete", "create"], ["version"]],
    [recipe, ["create", "delete"], ["name"]],
    [recipe, ["delete"], []],
    ["aws_imagebuilder_component", ["create", "delete"], ["version"]],
  ])("takes nothing else: %s, %j, because of %j", (type, actions, replace) => {
    const proof = proofOf(plan(type, actions, replace), { newVersions: true });
    expect(proof).toMatchObject({ holds: false, versions: [] });
  });

  test("is not that of an adoption", () => {
    expect(proofOf(plan(recipe, ["create", "delete"], ["version"]))).toMatchObject({ holds: false, versions: [] });
  });
});
