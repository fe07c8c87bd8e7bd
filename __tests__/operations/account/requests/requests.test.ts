import type { Place } from "../../../../src/aws/place";
import { distributionRequest } from "../../../../src/operations/account/requests/distribution";
import { pipelineRequest } from "../../../../src/operations/account/requests/pipeline";
import { least } from "../../../helpers/nouns";
import { emptyPipeline, emptySettings } from "../../../helpers/synthesised";

const place: Place = { partition: "aws", region: "us-east-1", account: "123456789012" };
const containerRecipeArn = "arn:aws:imagebuilder:us-east-1:123456789012:container-recipe/app/1.0.0";

describe("the request for a pipeline of a container", () => {
  const scanned = (enabled: boolean) => {
    const scanning = { enabled, ecr: { repository: "scans", tags: ["latest"] } };
    const pipeline = { ...emptyPipeline, settings: { ...emptySettings, scanning } };
    return pipelineRequest(pipeline, { containerRecipeArn }, place).imageScanningConfiguration;
  };

  it("says where to scan only if the pipeline scans, as the deployment does", () => {
    const ecrConfiguration = { repositoryName: "scans", containerTags: ["latest"] };
    expect(scanned(true)).toEqual({ imageScanningEnabled: true, ecrConfiguration });
    expect(scanned(false)).toEqual({ imageScanningEnabled: false });
  });
});

describe("the request for a distribution configuration", () => {
  it("has Fast Launch and the export, with texts as they are", () => {
    const [target] = least.distributions;
    if (target === undefined) throw new Error("the least there is has no distribution");
    const launchTemplate = { name: "${fast}", version: "2" };
    const [found] =
      distributionRequest({
        id: "web",
        name: "web",
        tags: {},
        targets: [
          {
            ...target,
            fastLaunch: [{ account: place.account, launchTemplate, maxParallelLaunches: 6, snapshots: 5 }],
            export: { bucket: "exports", prefix: "${web}", format: "VHD", role: "vmimport" },
          },
        ],
      }).distributions ?? [];
    expect(found).toMatchObject({
      fastLaunchConfigurations: [
        {
          enabled: true,
          accountId: place.account,
          maxParallelLaunches: 6,
          snapshotConfiguration: { targetResourceCount: 5 },
          launchTemplate: { launchTemplateName: "${fast}", launchTemplateVersion: "2" },
        },
      ],
      s3ExportConfiguration: { s3Bucket: "exports", s3Prefix: "${web}", diskImageFormat: "VHD", roleName: "vmimport" },
    });
  });
});
