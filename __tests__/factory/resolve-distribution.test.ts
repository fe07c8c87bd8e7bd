import { builtImage } from "../../src/definitions/schema/built";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { imageDistributions } from "../../src/factory/resolve-distribution";

const key = "arn:aws:kms:us-east-1:123456789012:alias/images";
const other = "arn:aws:kms:eu-west-1:123456789012:alias/images";

function distributed(settings: object, distribute?: readonly object[], tags?: object) {
  return imageDistributions(
    "base",
    imageSchema.parse({ parent: { os: "amazon-linux-2023", architecture: "x86_64" }, components: ["a/b"], tags }),
    builtImage.parse({ schedule: "manual", distribute }),
    environmentSchema.parse({ account: "123456789012", region: "us-east-1", ...settings }),
    { "golden-image": "base", origin: "provenance" },
  );
}

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
  expect(shares).toEqual([true, false]);
});
