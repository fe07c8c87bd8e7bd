import { exampleProject } from "../../../src/definitions/example-texts";
import { checkExample } from "../../helpers/check-settings";

const { image, environment } = exampleProject;
const numbered = (prefix: string, count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `${prefix}${index}: x`).join(", ")} }`;
const distributed = (own: number) =>
  `${environment}    distribute:\n      - region: us-east-1\n        tags: ${numbered("own", own)}\ntags: ${numbered("all", 20)}\n`;

test.each(["created-by", "CreatedByTeam", "golden-images"])("takes the tag %s", async (key) => {
  expect(await checkExample({ image: `${image}tags: { ${key}: x }\n` })).toEqual([]);
});

const everywhere = (key: string) => ({
  image: `${image}tags: { ${key}: x }\n`,
  environment: `${environment}    distribute:\n      - region: us-east-1\n        tags: { ${key}: x }\ntags: { ${key}: x }\nbuild:\n  tags: { ${key}: x }\n`,
});

test.each(["golden-image", "golden-image-commit", "golden-image-components-2"])(
  "refuses the tag %s wherever it reaches AMIs",
  async (key) => {
    expect(await checkExample(everywhere(key))).toEqual([
      "environments/dev.yaml:8:17 tag-reserved",
      "environments/dev.yaml:9:9 tag-reserved",
      "images/base.yaml:6:9 tag-reserved",
    ]);
  },
);

test.each(["CreatedBy", "Ec2ImageBuilderArn"])(
  "warns of the tag %s where it reaches AMIs, and refuses it for build instances",
  async (key) => {
    expect(await checkExample(everywhere(key))).toEqual([
      "environments/dev.yaml:8:17 tag-of-image-builder",
      "environments/dev.yaml:9:9 tag-of-image-builder",
      "environments/dev.yaml:11:11 tag-reserved",
      "images/base.yaml:6:9 tag-of-image-builder",
    ]);
  },
);

test.each(["Name", "Tags"])("refuses the tag %s for build instances alone", async (key) => {
  expect(await checkExample(everywhere(key))).toEqual(["environments/dev.yaml:11:11 tag-reserved"]);
});

test("counts the tags of environment, image and distribution once for each key", async () => {
  const tags = `${image}tags: ${numbered("all", 25)}\n`;
  expect([
    await checkExample({ image: tags, environment: distributed(20) }),
    await checkExample({ image: tags, environment: distributed(21) }),
  ]).toEqual([[], ["environments/dev.yaml:8:9 tag-count"]]);
});
