import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { describeWithTools } from "../../helpers/require-tool";

interface Init {
  readonly method: string;
  readonly body?: string | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
}
const managed = "arn:aws:iam::aws:policy/EC2ImageBuilderExecutionPolicy";

describeWithTools(["moto_server"], "what moto does otherwise than AWS", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
  }, 90_000);
  afterAll(() => sandbox.stop());

  const send = (service: string, path: string, init: Init, region = "us-east-1") =>
    fetch(`${sandbox.endpoint}${path}`, {
      method: init.method,
      body: init.body,
      headers: {
        ...init.headers,
        authorization: `AWS4-HMAC-SHA256 Credential=sandbox/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      },
    });
  const query = async (service: string, parameters: Record<string, string>): Promise<string> => {
    const Version = service === "ec2" ? "2016-11-15" : "2010-05-08";
    const response = await send(service, "/", {
      method: "POST",
      body: new URLSearchParams({ Version, ...parameters }),
    });
    const text = await response.text();
    expect({ status: response.status, text }).toMatchObject({ status: 200 });
    return text;
  };
  const kms = async (operation: string, input: object, region?: string): Promise<Record<string, unknown>> => {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": `TrentService.${operation}` };
    const response = await send("kms", "/", { method: "POST", body: JSON.stringify(input), headers }, region);
    expect(response.status).toBe(200);
    return response.json().catch(() => ({})) as Promise<Record<string, unknown>>;
  };

  test("a bucket gives back the lifecycle rules that it was given", async () => {
    const rules = `<LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><ID>old</ID><Status>Enabled</Status><Filter><Prefix>logs/</Prefix></Filter><NoncurrentVersionExpiration><NewerNoncurrentVersions>3</NewerNoncurrentVersions><NoncurrentDays>30</NoncurrentDays></NoncurrentVersionExpiration></Rule></LifecycleConfiguration>`;
    await send("s3", "/logs", { method: "PUT" });
    const lifecycle = async (method: string, body?: string) => {
      const response = await send("s3", "/logs?lifecycle=", { method, body });
      return { status: response.status, text: await response.text() };
    };
    expect(await lifecycle("GET")).toMatchObject({ status: 404 });
    expect(await lifecycle("PUT", rules)).toMatchObject({ status: 200 });
    expect(await lifecycle("GET")).toEqual({ status: 200, text: rules });
    expect(await lifecycle("DELETE")).toMatchObject({ status: 204 });
    expect(await lifecycle("GET")).toMatchObject({ status: 404 });
  });

  test("a repository is not scanned where the request does not say so", async () => {
    const ecr = async (operation: string, input: object) => {
      const target = `AmazonEC2ContainerRegistry_V20150921.${operation}`;
      const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
      const body = JSON.stringify({ repositoryName: "web", ...input });
      const response = await send("ecr", "/", { method: "POST", body, headers });
      expect(response.status).toBe(200);
      return response.json() as Promise<unknown>;
    };
    const scanned = (scanOnPush: boolean) => ({ imageScanningConfiguration: { scanOnPush } });
    expect(await ecr("CreateRepository", scanned(true))).toMatchObject({ repository: scanned(true) });
    expect(await ecr("PutImageScanningConfiguration", { imageScanningConfiguration: {} })).toMatchObject(
      scanned(false),
    );
    expect(await ecr("PutImageScanningConfiguration", scanned(true))).toMatchObject(scanned(true));
  });

  test("a launch template keeps its own tags apart from those of its instances, and up to date", async () => {
    const created = await query("ec2", {
      Action: "CreateLaunchTemplate",
      LaunchTemplateName: "web",
      "LaunchTemplateData.TagSpecification.1.ResourceType": "instance",
      "LaunchTemplateData.TagSpecification.1.Tag.1.Key": "role",
      "LaunchTemplateData.TagSpecification.1.Tag.1.Value": "web",
      "TagSpecification.1.ResourceType": "launch-template",
      "TagSpecification.1.Tag.1.Key": "team",
      "TagSpecification.1.Tag.1.Value": "a&b",
    });
    const id = /<launchTemplateId>([^<]+)/.exec(created)?.[1] ?? "";
    const versions = await query("ec2", { Action: "DescribeLaunchTemplateVersions", LaunchTemplateId: id });
    expect(versions).toContain(
      "<tagSpecificationSet><item><resourceType>instance</resourceType><tagSet><item><key>role</key><value>web</value></item></tagSet></item></tagSpecificationSet>",
    );
    await query("ec2", {
      Action: "CreateTags",
      "ResourceId.1": id,
      "Tag.1.Key": "team",
      "Tag.1.Value": "c",
    });
    await query("ec2", { Action: "CreateLaunchTemplate", LaunchTemplateName: "bare" });
    const templates = await query("ec2", { Action: "DescribeLaunchTemplates" });
    expect(templates).toContain("<tagSet><item><key>team</key><value>c</value></item></tagSet>");
    expect(templates.match(/<tagSet>/g)).toHaveLength(2);
  });

  test("an AMI is deprecated and disabled, and both are taken back", async () => {
    const ec2 = async (Action: string, parameters: Record<string, string> = {}) =>
      query("ec2", { Action, ...parameters });
    const idIn = (answer: string): string => /<imageId>([^<]+)/.exec(answer)?.[1] ?? "";
    const ImageId = idIn(await ec2("RegisterImage", { Name: "golden" }));
    const other = idIn(await ec2("RegisterImage", { Name: "other" }));
    const seen = async (parameters: Record<string, string> = {}) => {
      const answer = await ec2("DescribeImages", { "Owner.1": "self", ...parameters });
      return [...answer.matchAll(/<imageId>([^<]+)<|<deprecationTime>([^<]+)<|<imageState>([^<]+)</g)]
        .map(([, id, time, state]) => id ?? time ?? state)
        .join(" ");
    };
    await ec2("ModifyImageAttribute", { ImageId, "LaunchPermission.Add.1.UserId": "111122223333" });
    const DeprecateAt = "2030-01-01T00:00:00.000Z";
    expect(await ec2("EnableImageDeprecation", { ImageId, DeprecateAt })).toContain("<return>true</return>");
    expect(await seen()).toBe(`${ImageId} ${DeprecateAt} available ${other} available`);
    await ec2("DisableImage", { ImageId });
    expect(await seen()).toBe(`${other} available`);
    expect(await seen({ IncludeDisabled: "true" })).toBe(`${ImageId} ${DeprecateAt} disabled ${other} available`);
    expect(await ec2("DescribeImageAttribute", { ImageId, Attribute: "launchPermission" })).not.toContain(
      "111122223333",
    );
    await ec2("EnableImage", { ImageId });
    await ec2("DisableImageDeprecation", { ImageId });
    expect(await seen()).toBe(`${ImageId} available ${other} available`);
  });

  test("an AMI that does not exist is not disabled", async () => {
    const body = new URLSearchParams({
      Version: "2016-11-15",
      Action: "DisableImage",
      ImageId: "ami-0123456789abcdef0",
    });
    const response = await send("ec2", "/", { method: "POST", body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("InvalidAMIID.NotFound");
  });

  test("a policy of AWS that moto does not know is attached, shown and detached", async () => {
    const trust = JSON.stringify({ Version: "2012-10-17", Statement: [] });
    await query("iam", { Action: "CreateRole", RoleName: "execution", AssumeRolePolicyDocument: trust });
    await query("iam", { Action: "AttachRolePolicy", RoleName: "execution", PolicyArn: managed });
    const attached = () => query("iam", { Action: "ListAttachedRolePolicies", RoleName: "execution" });
    expect(await attached()).toContain(`<PolicyArn>${managed}</PolicyArn>`);
    const policy = await query("iam", { Action: "GetPolicy", PolicyArn: managed });
    expect(policy).toContain(`<Arn>${managed}</Arn>`);
    expect(policy).toContain("<Path>/</Path>");
    await query("iam", { Action: "DetachRolePolicy", RoleName: "execution", PolicyArn: managed });
    expect(await attached()).not.toContain("ExecutionPolicy");
  });

  test("a role leaves an instance profile once, and is not found there again", async () => {
    const InstanceProfileName = "builds";
    const of = { InstanceProfileName, RoleName: "builds" };
    await query("iam", { Action: "CreateRole", RoleName: "builds", AssumeRolePolicyDocument: "{}" });
    await query("iam", { Action: "CreateInstanceProfile", InstanceProfileName });
    await query("iam", { Action: "AddRoleToInstanceProfile", ...of });
    const remove = { Version: "2010-05-08", Action: "RemoveRoleFromInstanceProfile", ...of };
    const removal = async () => {
      const response = await send("iam", "/", { method: "POST", body: new URLSearchParams(remove) });
      return { status: response.status, text: await response.text() };
    };
    expect(await removal()).toMatchObject({ status: 200 });
    expect(await removal()).toEqual({
      status: 404,
      text: expect.stringContaining("<Code>NoSuchEntity</Code>") as string,
    });
    const profile = await query("iam", { Action: "GetInstanceProfile", InstanceProfileName });
    expect(profile).not.toContain("<RoleName>");
  });

  test("a key keeps the period of its rotation, by default a year", async () => {
    const { KeyMetadata } = (await kms("CreateKey", {})) as { KeyMetadata: { KeyId: string; Arn: string } };
    const { KeyId, Arn } = KeyMetadata;
    expect(await kms("GetKeyRotationStatus", { KeyId })).toEqual({ KeyRotationEnabled: false });
    await kms("EnableKeyRotation", { KeyId: Arn });
    expect(await kms("GetKeyRotationStatus", { KeyId })).toMatchObject({ RotationPeriodInDays: 365 });
    await kms("EnableKeyRotation", { KeyId, RotationPeriodInDays: 180 });
    expect(await kms("GetKeyRotationStatus", { KeyId })).toMatchObject({ RotationPeriodInDays: 180 });
  });

  test("a key with a replica in another region remains the primary", async () => {
    const { KeyMetadata } = (await kms("CreateKey", { MultiRegion: true })) as { KeyMetadata: { KeyId: string } };
    const { KeyId } = KeyMetadata;
    await kms("ReplicateKey", { KeyId, ReplicaRegion: "eu-west-1" });
    const typeIn = async (region: string) => {
      const described = await kms("DescribeKey", { KeyId }, region);
      return described.KeyMetadata as { MultiRegionConfiguration: { MultiRegionKeyType: string } };
    };
    expect(await typeIn("eu-west-1")).toMatchObject({ MultiRegionConfiguration: { MultiRegionKeyType: "REPLICA" } });
    expect(await typeIn("us-east-1")).toMatchObject({ MultiRegionConfiguration: { MultiRegionKeyType: "PRIMARY" } });
  });
});
