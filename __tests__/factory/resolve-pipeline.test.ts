import { builtImage } from "../../src/definitions/schema/built";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { namesOf } from "../../src/factory/names";
import { needsExecutionRole, resolvePipeline } from "../../src/factory/resolve-pipeline";
import { ownBuildOf } from "../../src/factory/written-builds";
import { emptySettings } from "../helpers/synthesised";

const environment = environmentSchema.parse({ account: "123456789012", region: "us-east-1" });
const buildOf = (built: object) => ownBuildOf("image", "base", builtImage.parse({ schedule: "manual", ...built }));
const definition = (parent: object, more: object = {}) =>
  imageSchema.parse({ parent, components: ["linux/update-os"], ...more });
const managed = { os: "amazon-linux-2023", architecture: "x86_64" };

describe("a pipeline", () => {
  const resolved = (built: object) =>
    resolvePipeline(
      buildOf(built),
      definition(managed, { description: "of the image", tags: { of: "image" } }),
      emptySettings,
      namesOf(environment),
    );

  it("has the description and tags of its image, and starts manually", () => {
    expect(resolved({})).toEqual({
      id: "base",
      name: "base",
      description: "of the image",
      tags: { of: "image" },
      settings: emptySettings,
    });
  });

  it("has the description, tags, status and schedule that the environment sets", () => {
    expect(
      resolved({
        descriptions: { pipeline: "of the pipeline" },
        tags: { pipeline: { of: "pipeline" } },
        enabled: false,
        schedule: { cron: "0 4 ? * SUN *", timezone: "Europe/Berlin", start: "always" },
      }),
    ).toEqual({
      id: "base",
      name: "base",
      description: "of the pipeline",
      tags: { of: "pipeline" },
      enabled: false,
      settings: emptySettings,
      schedule: {
        expression: "cron(0 4 ? * SUN *)",
        timezone: "Europe/Berlin",
        startCondition: "EXPRESSION_MATCH_ONLY",
      },
    });
  });
});

describe("an execution role", () => {
  const needsRole = (parent: object, built: object = {}, more: object = {}) =>
    needsExecutionRole(buildOf(built), definition(parent, more), environment);

  it.each([
    ["/parents/base", true],
    ["parent", true],
    ["/team/aws/base", true],
    ["/aws/service/ami-amazon-linux-latest/al2023", false],
    ["/imagebuilder/parent", false],
  ])("is needed for a parent in the SSM parameter %s: %s", (name, needs) => {
    expect(needsRole({ ssm: name, platform: "Linux" })).toBe(needs);
  });

  it.each([
    ["sets up EC2 Fast Launch", { fastLaunch: [{ snapshots: 5 }] }, true],
    ["writes an SSM parameter", { ssmParameters: [{ name: "/golden/base" }] }, true],
    ["does neither", {}, false],
  ])("is needed if a distribution to one of its regions %s", (_title, there, needs) => {
    expect(needsRole(managed, { distribute: [{ region: "us-east-1" }, { region: "eu-west-1", ...there }] })).toBe(
      needs,
    );
  });

  it("is needed for workflows of its own", () => {
    expect(needsRole(managed, {}, { workflows: [{ aws: "build-image" }] })).toBe(true);
    expect(needsRole(managed)).toBe(false);
  });
});
