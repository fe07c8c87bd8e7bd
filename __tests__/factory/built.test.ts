import { builtIn, type Container, type Image, regionsOf, settingsOf } from "../../src/factory/built";
import { emptyPipeline, emptySettings } from "../helpers/synthesised";

const image = { name: "base", kind: "image", settings: emptySettings, pipelines: [] } as unknown as Image;
const container = { name: "app", kind: "container" } as unknown as Container;

describe("the settings of builds", () => {
  const weekly = { ...emptySettings, enhancedMetadata: false };
  const pipelines = [emptyPipeline, { ...emptyPipeline, settings: weekly }];

  it("are those of the pipelines", () => {
    expect(settingsOf({ ...image, pipelines })).toEqual([emptySettings, weekly]);
    expect(settingsOf(image)).toEqual([]);
  });

  it("are also those of the image that Terraform builds", () => {
    expect(settingsOf({ ...image, buildOnDeploy: { timeoutHours: 8, tags: {} } })).toEqual([emptySettings]);
  });
});

test("an image without a distribution is in the build region only", () => {
  const home = { region: "us-east-1", ssmParameters: [], copyToAccounts: [] };
  const elsewhere = { ...home, region: "eu-west-1" };
  const distribution = { id: "base", name: "base", tags: {}, targets: [elsewhere] };
  const of = (settings: object) => regionsOf({ ...image, settings: { ...emptySettings, ...settings } }, "us-east-1");
  expect(of({ distribution: undefined })).toEqual([home]);
  expect(of({ distribution })).toEqual([elsewhere]);
});

test("an environment builds its images before its containers", () => {
  expect(builtIn({ containers: [container], images: [image] }).map(({ name }) => name)).toEqual(["base", "app"]);
});
