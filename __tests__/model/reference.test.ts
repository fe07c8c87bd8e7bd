import type { Place } from "../../src/aws/place";
import { parentImage, parentWithoutPlace, type RecipeParent } from "../../src/model/recipe-parent";
import { arnOf, ownerAndName, type Reference, withoutPlace } from "../../src/model/reference";

const place: Place = { partition: "aws-cn", region: "cn-north-1", account: "123456789012" };
const inChina = "arn:aws-cn:imagebuilder:cn-north-1";
const written = (arn: string): Reference => ({ from: "arn", arn });

test.each<[string, Reference, string, string]>([
  [
    "what AWS manages",
    { from: "aws", type: "component", name: "update-linux", version: "x.x.x" },
    `${inChina}:aws:component/update-linux/x.x.x`,
    "aws:component/update-linux/x.x.x",
  ],
  [
    "what is in the account",
    { from: "own", type: "workflow/build", name: "plain", version: "1.0.0" },
    `${inChina}:123456789012:workflow/build/plain/1.0.0`,
    "own:workflow/build/plain/1.0.0",
  ],
  [
    "an ARN of the account",
    written(`${inChina}:123456789012:component/agent/1.0.0/1`),
    `${inChina}:123456789012:component/agent/1.0.0/1`,
    "own:component/agent/1.0.0/1",
  ],
  [
    "an ARN of another account in the region",
    written(`${inChina}:111122223333:component/agent/1.x.x`),
    `${inChina}:111122223333:component/agent/1.x.x`,
    "111122223333:component/agent/1.x.x",
  ],
  ...[
    "arn:aws:imagebuilder:cn-north-1:aws:component/agent/x.x.x",
    "arn:aws-cn:imagebuilder:cn-northwest-1:123456789012:component/agent/x.x.x",
    "arn:aws-cn:ec2:cn-north-1:123456789012:image/ami-0123456789abcdef0",
  ].map((arn): [string, Reference, string, string] => ["an ARN of elsewhere", written(arn), arn, arn]),
])("%s has an ARN in a place, and the same digest wherever it means the same", (_, reference, arn, digested) => {
  expect(arnOf(reference, place)).toBe(arn);
  expect(withoutPlace(reference, place)).toBe(digested);
});

test("an ARN is named by its owner, name and version, without its build", () => {
  expect(ownerAndName({ from: "arn", arn: `${inChina}:111122223333:component/agent/1.0.0/2` })).toEqual({
    name: "111122223333/agent",
    version: "1.0.0",
  });
});

test.each<[RecipeParent, string, string]>([
  [
    { from: "project", name: "Base Image", recipeName: "team-Base Image" },
    `${inChina}:123456789012:image/team-base-image/x.x.x`,
    "own:image/base-image/x.x.x",
  ],
  [
    { from: "aws", type: "image", name: "amazon-linux-2023-x86", version: "2024.1.5" },
    `${inChina}:aws:image/amazon-linux-2023-x86/2024.1.5`,
    "aws:image/amazon-linux-2023-x86/2024.1.5",
  ],
  [
    { from: "arn", arn: `${inChina}:123456789012:image/other/1.0.0` },
    `${inChina}:123456789012:image/other/1.0.0`,
    "own:image/other/1.0.0",
  ],
  ...(
    [
      [{ from: "ami", ami: "ami-0123456789abcdef0" }, "ami-0123456789abcdef0"],
      [{ from: "ssm", parameter: "/images/base" }, "ssm:/images/base"],
      [{ from: "marketplace", product: "prod-abc" }, "prod-abc"],
      [{ from: "registry", image: "amazonlinux:2023" }, "amazonlinux:2023"],
    ] as const
  ).map(([parent, text]): [RecipeParent, string, string] => [parent, text, text]),
])("a recipe from %j is made from what the API takes, and digested without its place", (parent, image, digested) => {
  expect(parentImage(parent, place)).toBe(image);
  expect(parentWithoutPlace(parent, place)).toBe(digested);
});

test("a parent that is looked up is said in words, and digested by what is looked for", () => {
  const lookUp = { owners: ["self"], filters: { name: ["base-*"] } };
  expect(parentImage({ from: "lookUp", lookUp }, place)).toBe("newest AMI of owner self, name base-*");
  expect(parentWithoutPlace({ from: "lookUp", lookUp }, place)).toEqual(lookUp);
});

test("what is not an ARN is digested as it is", () => {
  expect(withoutPlace({ from: "arn", arn: "base" }, place)).toBe("base");
});
