import { elements } from "./aws";
import type { LiveProject } from "./live-project";
import type { Given } from "./transitions";

/** Creates resources that others have in the account: a bucket and a key. */
export async function makeGiven({ aws, given }: LiveProject): Promise<Given> {
  const bucket = "made-by-others";
  await aws.s3("PUT", `/${bucket}`);
  given.add(bucket);
  const { KeyMetadata } = await aws.json<{ KeyMetadata: { Arn: string } }>("kms", "TrentService.CreateKey", {});
  return { bucket, keys: { "us-east-1": KeyMetadata.Arn } };
}

/**
 * Adds logs to the log bucket and the log group, an image to the repository, and AMIs encrypted with the keys. From then on, all of them
 * must stay.
 */
export async function fillWithData(project: LiveProject): Promise<void> {
  const { aws, data, keys } = project;
  const log = "/ec2imagebuilder-logs-123456789012-us-east-1/builds/base/1.log";
  await aws.s3("PUT", log, "a log");
  data.set("ec2imagebuilder-logs-123456789012-us-east-1", async () => {
    await aws.s3("GET", log);
  });

  const group = { logGroupName: "/aws/imagebuilder/base", logStreamName: "0.9.0/1" };
  await aws.json("logs", "Logs_20140328.CreateLogStream", group).catch(ignoreEmpty);
  data.set(group.logGroupName, async () => {
    const { logStreams } = await aws.json<{ logStreams: object[] }>("logs", "Logs_20140328.DescribeLogStreams", {
      logGroupName: group.logGroupName,
    });
    if (logStreams.length === 0) throw new Error("the log group has lost its stream");
  });

  const ecr = "AmazonEC2ContainerRegistry_V20150921";
  await aws.json("ecr", `${ecr}.PutImage`, { repositoryName: "app", imageTag: "1.0.0-1", imageManifest: manifest });
  data.set("app", async () => {
    const { imageIds } = await aws.json<{ imageIds: object[] }>("ecr", `${ecr}.ListImages`, { repositoryName: "app" });
    if (imageIds.length === 0) throw new Error("the repository has lost its image");
  });

  for (const region of ["us-east-1", "eu-west-1"]) {
    const { Aliases } = await aws.json<{ Aliases: { AliasName: string; TargetKeyId?: string }[] }>(
      "kms",
      "TrentService.ListAliases",
      {},
      region,
    );
    const key = Aliases.find(({ AliasName }) => AliasName === "alias/golden-images")?.TargetKeyId ?? "";
    keys.push([key, region]);
    await amiUnder(project, key, region);
  }
}

const manifest = JSON.stringify({
  schemaVersion: 2,
  mediaType: "application/vnd.docker.distribution.manifest.v2+json",
  config: {
    mediaType: "application/vnd.docker.container.image.v1+json",
    size: 1,
    digest: `sha256:${"1".repeat(64)}`,
  },
  layers: [],
});

/** Creates an AMI whose snapshot is encrypted with a key, like those that Image Builder registers. */
async function amiUnder({ aws, data }: LiveProject, key: string, region: string): Promise<void> {
  const ec2 = (parameters: Readonly<Record<string, string>>): Promise<string> =>
    aws.query("ec2", { Version: "2016-11-15", ...parameters }, region);
  const volume = await ec2({
    Action: "CreateVolume",
    Size: "8",
    AvailabilityZone: `${region}a`,
    Encrypted: "true",
    KmsKeyId: key,
  });
  const snapshot = await ec2({ Action: "CreateSnapshot", VolumeId: elements(volume, "volumeId")[0] ?? "" });
  const image = await ec2({
    Action: "RegisterImage",
    Name: `base-${region}`,
    RootDeviceName: "/dev/xvda",
    "BlockDeviceMapping.1.DeviceName": "/dev/xvda",
    "BlockDeviceMapping.1.Ebs.SnapshotId": elements(snapshot, "snapshotId")[0] ?? "",
  });
  const [id = ""] = elements(image, "imageId");
  data.set(id, async () => {
    const found = await ec2({ Action: "DescribeImages", "ImageId.1": id });
    if (!found.includes(id)) throw new Error(`AMI ${id} is gone`);
  });
}

/** Ignores the error of an empty answer, which is not JSON. */
function ignoreEmpty(error: unknown): void {
  if (!(error instanceof SyntaxError)) throw error;
}
