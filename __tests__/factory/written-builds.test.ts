import { builtContainer, builtImage } from "../../src/definitions/schema/built";
import { environmentSchema } from "../../src/definitions/schema/environment";
import {
  buildsOf,
  containerTargetsOf,
  distributePath,
  ownBuildOf,
  saidOf,
  writtenBuilds,
  writtenTargets,
} from "../../src/factory/written-builds";

const cron = { cron: "0 4 ? * SUN *" };

function builds(built: object) {
  return buildsOf("image", "base", builtImage.parse(built));
}

/** The further pipeline `weekly` of an image. */
function weekly(further: object, image: object = {}) {
  const [, build] = builds({ schedule: "manual", ...image, pipelines: { weekly: { schedule: cron, ...further } } });
  if (build === undefined) throw new Error("no further pipeline");
  return build;
}

test("an image without a pipeline is built where Terraform builds it, or by further pipelines", () => {
  expect(builds({ schedule: "no-pipeline" })).toEqual([]);
  expect(builds({ schedule: "no-pipeline", buildOnDeploy: true }).map(({ id }) => id)).toEqual(["base"]);
  expect(builds({ schedule: "manual", pipelines: { weekly: { schedule: cron } } }).map(({ id }) => id)).toEqual([
    "base",
    "base_weekly",
  ]);
  expect(builds({ schedule: "no-pipeline", pipelines: { weekly: { schedule: cron } } }).map(({ id }) => id)).toEqual([
    "base_weekly",
  ]);
});

test("builds of an environment are those of its images, then of its containers", () => {
  const environment = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    containers: { app: { schedule: "manual" } },
    images: { base: { schedule: "manual" } },
  });
  expect(writtenBuilds(environment).map(({ kind, owner, path }) => ({ kind, owner, path }))).toEqual([
    { kind: "image", owner: "base", path: ["images", "base"] },
    { kind: "container", owner: "app", path: ["containers", "app"] },
  ]);
});

describe("a further pipeline", () => {
  const image = {
    scan: true,
    descriptions: { pipeline: "image", infrastructure: "image", distribution: "image" },
    tags: { pipeline: { of: "image" }, infrastructure: { of: "image" }, distribution: { of: "image" } },
    build: { instanceTypes: ["m6i.large"], keyPair: "golden" },
    distribute: [{ region: "us-east-1" }],
  };
  const further = {
    scan: false,
    descriptions: { pipeline: "weekly", infrastructure: "weekly", distribution: "weekly" },
    tags: { pipeline: { of: "weekly" }, infrastructure: { of: "weekly" }, distribution: { of: "weekly" } },
  };
  const ofWeekly = { of: "weekly" };

  test("takes over from its image what it does not say", () => {
    const build = weekly({}, image);
    const own = ownBuildOf("image", "base", builtImage.parse({ schedule: "manual", ...image }));
    expect(build).toMatchObject({
      key: "weekly",
      path: ["images", "base", "pipelines", "weekly"],
      scan: true,
      descriptions: image.descriptions,
      tags: image.tags,
      build: own.build,
      distribute: own.distribute,
    });
    expect([build.infrastructureOf, build.distributionOf]).toEqual([undefined, undefined]);
    expect(distributePath(build)).toEqual(["images", "base", "distribute"]);
    expect(saidOf(build)).toBeUndefined();
    expect(saidOf(own)).toEqual(own.build);
  });

  test("describes and tags an infrastructure only where it has one of its own", () => {
    const { descriptions, tags, infrastructureOf, build } = weekly({ ...further, build: { keyPair: "none" } }, image);
    expect(infrastructureOf).toBe("weekly");
    expect(descriptions).toEqual({ pipeline: "weekly", infrastructure: "weekly", distribution: "image" });
    expect(tags).toEqual({ pipeline: ofWeekly, infrastructure: ofWeekly, distribution: { of: "image" } });
    expect(build).toMatchObject({ instanceTypes: ["m6i.large"], keyPair: "none" });
  });

  test("describes and tags a distribution only where it has one of its own", () => {
    const build = weekly({ ...further, distribute: [{ region: "eu-west-1" }] }, image);
    expect(build.distributionOf).toBe("weekly");
    expect(build.descriptions).toEqual({ pipeline: "weekly", infrastructure: "image", distribution: "weekly" });
    expect(build.tags).toEqual({ pipeline: ofWeekly, infrastructure: { of: "image" }, distribution: ofWeekly });
    expect(build.distribute).toMatchObject([{ region: "eu-west-1" }]);
    expect(distributePath(build)).toEqual(["images", "base", "pipelines", "weekly", "distribute"]);
  });

  test("says itself whether it is scanned", () => {
    expect(weekly(further, image).scan).toBe(false);
  });

  const [a, b] = [{ subnet: "subnet-0a1b2c3d4e5f60718" }, { securityGroups: ["sg-0a1b2c3d4e5f60718"] }];
  test.each([
    ["the image's", a, undefined, a],
    ["none", a, "none", "none"],
    ["its own instead of none", "none", b, b],
    ["its own over the image's", a, b, { ...a, ...b }],
    ["its own where the image says nothing", undefined, b, b],
  ])("is built in %s network", (_title, ofImage, own, expected) => {
    const { build } = weekly(
      { build: { ...(own && { network: own }), keyPair: "none" } },
      { build: { ...(ofImage && { network: ofImage }), keyPair: "golden" } },
    );
    expect(build?.network).toEqual(expected);
  });
});

describe("the targets of an environment's images", () => {
  const environment = (images: object, rest: object = {}) =>
    environmentSchema.parse({ account: "123456789012", region: "us-east-1", images, ...rest });
  const placesOf = (...given: Parameters<typeof environment>) =>
    writtenTargets(environment(...given)).map(({ image, target, path }) => [image, target.region, path.join(".")]);
  const distribute = [{ region: "us-east-1" }, { region: "eu-west-1" }];

  test("are where they are written, once for each image", () => {
    expect(
      placesOf({
        base: { schedule: "manual", distribute, pipelines: { weekly: { schedule: cron } } },
        web: { schedule: "manual", pipelines: { weekly: { schedule: cron, distribute: [{ region: "eu-west-2" }] } } },
      }),
    ).toEqual([
      ["base", "us-east-1", "images.base.distribute.0"],
      ["base", "eu-west-1", "images.base.distribute.1"],
      ["web", "eu-west-2", "images.web.pipelines.weekly.distribute.0"],
    ]);
  });

  test("are those of a shared distribution", () => {
    expect(
      placesOf(
        { base: { schedule: "manual", distribute: "all" }, web: { schedule: "manual", distribute: "all" } },
        { distributions: { all: { distribute } } },
      ),
    ).toEqual([
      ["base", "us-east-1", "distributions.all.distribute.0"],
      ["base", "eu-west-1", "distributions.all.distribute.1"],
      ["web", "us-east-1", "distributions.all.distribute.0"],
      ["web", "eu-west-1", "distributions.all.distribute.1"],
    ]);
  });

  test("are none where nothing is distributed, or by a distribution that is not there", () => {
    expect(placesOf({ base: { schedule: "manual", distribute: "none" } })).toEqual([]);
    expect(placesOf({ base: { schedule: "manual", distribute: "constructor" } })).toEqual([]);
    expect(placesOf({ base: { schedule: "manual" } })).toEqual([]);
  });

  test("are not those of containers, which have some of their own", () => {
    const targets = (written: object) =>
      containerTargetsOf(ownBuildOf("container", "app", builtContainer.parse({ schedule: "manual", ...written })));
    expect(
      placesOf({}, { containers: { app: { schedule: "manual", distribute: [{ region: "us-east-1" }] } } }),
    ).toEqual([]);
    expect(targets({ distribute: [{ region: "eu-west-1" }] })).toMatchObject([{ region: "eu-west-1" }]);
    expect(targets({ distribute: "none" })).toEqual([]);
    expect(targets({})).toBeUndefined();
  });
});
