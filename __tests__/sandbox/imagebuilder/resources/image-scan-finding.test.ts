import { account, BuildApi, imageArn, pipelineArn } from "../builds/build-api";
import { componentDocument } from "../fresh-service";

let build: BuildApi;
beforeEach(async () => {
  build = await BuildApi.with(componentDocument, {
    pipeline: { imageScanningConfiguration: { imageScanningEnabled: true } },
  });
  await build.change({
    findings: [
      { vulnerabilityId: "CVE-2026-1", severity: "CRITICAL", packageName: "openssl" },
      { vulnerabilityId: "CVE-2026-2", severity: "LOW", packageName: "bash" },
    ],
  });
  await build.start();
});
const filter = (name: string, value: string) => ({ name, values: [value] });

test("what is found on the test instance is listed, filtered and told", async () => {
  expect(await build.course("TEST")).toContain("CollectImageScanFindings COMPLETED");
  const found = async (name: string, value: string) =>
    ((await build.ok("ListImageScanFindings", { filters: [filter(name, value)] })).findings as object[]).length;
  expect(await found("imageBuildVersionArn", imageArn)).toBe(2);
  expect(await found("imagePipelineArn", pipelineArn)).toBe(2);
  expect(await found("severity", "CRITICAL")).toBe(1);
  expect(await found("vulnerabilityId", "CVE-2026-3")).toBe(0);
  expect(build.api.world.events).toContainEqual({
    type: "EC2 Image Builder CVE Detected",
    detail: {
      "resource-id": expect.stringMatching(/^i-/) as unknown,
      "finding-severity-counts": { all: 2, critical: 1, high: 0, medium: 0 },
    },
  });
});

test.each([
  ["imageBuildVersionArn", imageArn, "imageAggregation", { all: 2, critical: 1, high: 0, medium: 0 }],
  ["imagePipelineArn", pipelineArn, "imagePipelineAggregation", { all: 2, critical: 1, high: 0, medium: 0 }],
  ["vulnerabilityId", "CVE-2026-2", "vulnerabilityIdAggregation", { all: 1, critical: 0, high: 0, medium: 0 }],
  ["accountId", account, "accountAggregation", { all: 2, critical: 1, high: 0, medium: 0 }],
])("findings are counted by %s", async (name, value, member, severityCounts) => {
  expect(await build.ok("ListImageScanFindingAggregations", { filter: filter(name, value) })).toMatchObject({
    responses: [{ [member]: { [name]: value, severityCounts } }],
  });
});

test("an aggregation by anything else is refused", async () => {
  expect(await build.api.call("ListImageScanFindingAggregations", { filter: filter("severity", "LOW") })).toMatchObject(
    { error: "InvalidParameterValueException" },
  );
});
