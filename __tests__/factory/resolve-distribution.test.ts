import { builtImage } from "../../src/definitions/schema/built";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { namesOf } from "../../src/factory/names";
import { imageDistribution } from "../../src/factory/resolve-distribution";
import { ownBuildOf } from "../../src/factory/written-builds";

const key = "arn:aws:kms:us-east-1:123456789012:alias/images";
const other = "arn:aws:kms:eu-west-1:123456789012:alias/images";

function configurationOf(settings: object, distribute?: readonly object[] | string, tags?: object) {
  const environment = environmentSchema.parse({ account: "123456789012", region: "us-east-1", ...settings });
  return imageDistribution(
    ownBuildOf("image", "base", builtImage.parse({ schedule: "manual", distribute })),
    { environment, names: namesOf(environment) },
    { ofImage: { ...tags }, provenance: { "golden-image": "base", origin: "provenance" } },
  );
}

const distributed = (...of: Parameters<typeof configurationOf>) => configurationOf(...of)?.targets ?? [];

it("puts tags of the nearer place over those of the farther one, and where an AMI comes from over all", () => {
  const [one] = distributed(
    { tags: { a: "environment", b: "environment", c: "environment", origin: "environment" } },
    [{ region: "us-east-1", tags: { c: "distribution", "golden-image": "another", origin: "distribution" } }],
    { b: "image", c: "image", origin: "image" },
  );
  expect(one?.amiTags).toEqual({
    a: "environment",
    b: "image",
    c: "distribution",
    origin: "provenance",
    "golden-image": "base",
  });
});

it("encrypts with the environment's key in its own region alone, unless a region names one", () => {
  const keys = (distribute: readonly object[]) =>
    distributed({ encryption: { kmsKey: key } }, distribute).map(({ kmsKey }) => kmsKey);
  expect(keys([{ region: "us-east-1" }, { region: "eu-west-1" }])).toEqual([key, undefined]);
  expect(keys([{ region: "us-east-1" }, { region: "eu-west-1", kmsKey: other }])).toEqual([key, other]);
});

it("goes to the environment's region where nothing is said, under a name with the date of the build", () => {
  expect(distributed({}).map(({ region, amiName }) => ({ region, amiName }))).toEqual([
    { region: "us-east-1", amiName: "base-{{ imagebuilder:buildDate }}" },
  ]);
});

it("adds the date to a name without one, and leaves a name that has it", () => {
  const names = distributed({}, [
    { region: "us-east-1", name: "web" },
    { region: "eu-west-1", name: "{{imagebuilder:buildDate}} web" },
  ]).map(({ amiName }) => amiName);
  expect(names).toEqual(["web-{{ imagebuilder:buildDate }}", "{{imagebuilder:buildDate}} web"]);
});

it("is public only where that is said", () => {
  const shares = distributed({ allowPublicImages: true }, [
    { region: "us-east-1", share: { public: true } },
    { region: "eu-west-1" },
  ]).map(({ share }) => share.public);
  expect(shares).toEqual([true, undefined]);
});

it("has no configuration where that is said", () => {
  expect(configurationOf({}, "none")).toBeUndefined();
});

it("is the one that several share, with nothing that differs by image", () => {
  const everywhere = {
    description: "To all",
    tags: { a: "b" },
    distribute: [{ region: "eu-west-1", tags: { c: "d" } }],
  };
  const configuration = configurationOf(
    { namePrefix: "team-", tags: { all: "all" }, distributions: { everywhere } },
    "everywhere",
    { of: "image" },
  );
  expect(configuration).toMatchObject({
    id: "everywhere",
    name: "team-everywhere",
    description: "To all",
    tags: { a: "b" },
  });
  expect(configuration?.targets).toMatchObject([
    { region: "eu-west-1", amiName: undefined, amiTags: { all: "all", c: "d" } },
  ]);
});
