import type { BuildSettings } from "../../../src/factory/build-settings";
import { scheduleRequest, testsAndScanning } from "../../../src/factory/requests/image-build";
import { emptyPipeline, emptySettings } from "../../helpers/synthesised";

const text = (given: string) => `<${given}>`;
const ecr = { repository: "scans", tags: ["scanned"] };

/** The scanning in the request of a container or an image. */
const scanning = (given: BuildSettings["scanning"], isContainer: boolean) =>
  testsAndScanning({ ...emptySettings, scanning: given }, { isContainer, text }).imageScanningConfiguration;

it("contains tests, metadata and scanning, also if they are off", () => {
  const off = { tests: { enabled: false, timeoutMinutes: 60 }, enhancedMetadata: false };
  expect(testsAndScanning({ ...emptySettings, ...off }, { isContainer: false, text })).toEqual({
    enhancedImageMetadataEnabled: false,
    imageTestsConfiguration: { imageTestsEnabled: false, timeoutMinutes: 60 },
    imageScanningConfiguration: { imageScanningEnabled: false },
  });
});

describe("the repository for scans", () => {
  it("is that of the container", () => {
    expect(scanning({ enabled: true, ecr }, true)).toEqual({
      imageScanningEnabled: true,
      ecrConfiguration: { repositoryName: "<scans>", containerTags: ["<scanned>"] },
    });
    expect(scanning({ enabled: true, ecr: { repository: "scans", tags: [] } }, true)).toEqual({
      imageScanningEnabled: true,
      ecrConfiguration: { repositoryName: "<scans>" },
    });
  });

  it.each([
    ["an AMI", { enabled: true, ecr }, false],
    ["a container without a repository for them", { enabled: true }, true],
    ["a container that is not scanned", { enabled: false, ecr }, true],
  ])("is omitted for %s", (_title, given, isContainer) => {
    expect(scanning(given, isContainer)).toEqual({ imageScanningEnabled: given.enabled });
  });
});

test("a pipeline has its schedule, and none if it only starts manually", () => {
  const schedule = {
    expression: "cron(0 4 ? * SUN *)",
    timezone: "Europe/Berlin",
    startCondition: "EXPRESSION_MATCH_ONLY",
  } as const;
  expect(scheduleRequest({ ...emptyPipeline, schedule })).toEqual({
    scheduleExpression: "cron(0 4 ? * SUN *)",
    timezone: "Europe/Berlin",
    pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY",
  });
  expect(scheduleRequest(emptyPipeline)).toBeUndefined();
});
