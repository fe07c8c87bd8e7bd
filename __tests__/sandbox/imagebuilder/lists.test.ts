import { component, type FreshService, pipeline, preparedService } from "./fresh-service";

let api: FreshService;
beforeEach(async () => {
  api = await preparedService();
});

async function names(operation: string, field: string, input: Record<string, unknown>): Promise<string[]> {
  const { status, body } = await api.call(operation, input);
  expect(status).toBe(200);
  return (body[field] as { name: string; version?: string }[]).map(({ name, version = "" }) =>
    `${name} ${version}`.trim(),
  );
}
const components = (input: Record<string, unknown>) => names("ListComponents", "componentVersionList", input);

test("a list of versions shows the newest build of each, or with byName the newest of each name", async () => {
  await api.call("CreateComponent", { ...component, semanticVersion: "1.0.10" });
  await api.call("CreateComponent", { ...component, semanticVersion: "1.0.9" });
  expect(await components({})).toEqual(["Install Packages 1.0.0", "Install Packages 1.0.10", "Install Packages 1.0.9"]);
  expect(await components({ byName: true })).toEqual(["Install Packages 1.0.10"]);
});

test.each(["Amazon", "Shared", "ThirdParty", "AWSMarketplace"])("of %s nothing is known", async (owner) => {
  expect(await components({ owner })).toEqual([]);
  expect(await components({ owner: "Self" })).toHaveLength(1);
});

test("filters have all to be met, each by one of its values", async () => {
  await api.call("CreateComponent", { ...component, name: "other", supportedOsVersions: ["Amazon Linux 2023"] });
  const filter = (name: string, ...values: string[]) => ({ name, values });
  expect(await components({ filters: [filter("name", "other", "third")] })).toEqual(["other 1.0.0"]);
  expect(await components({ filters: [filter("name", "other"), filter("platform", "Windows")] })).toEqual([]);
  expect(await components({ filters: [filter("supportedOsVersion", "Amazon Linux 2023")] })).toEqual(["other 1.0.0"]);
});

test("pipelines are found by their recipe and their status", async () => {
  await api.call("CreateImagePipeline", pipeline);
  const pipelines = (name: string, value: string) =>
    names("ListImagePipelines", "imagePipelineList", { filters: [{ name, values: [value] }] });
  expect(await pipelines("imageRecipeArn", pipeline.imageRecipeArn)).toEqual(["base"]);
  expect(await pipelines("status", "DISABLED")).toEqual([]);
});

test("a filter that the operation does not take is refused", async () => {
  expect(await api.call("ListImageRecipes", { filters: [{ name: "owner", values: ["x"] }] })).toMatchObject({
    error: "InvalidParameterValueException",
    body: {
      message: expect.stringContaining("'owner' is not one of name, parentImage, platform") as unknown,
    },
  });
});
