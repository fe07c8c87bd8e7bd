import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { inspectProject } from "../../src/checks/inspect-project";
import { whatIsLeft } from "../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import type { Terraform } from "../../src/terraform/terraform";
import { describeWithTools } from "../helpers/require-tool";
import { synthesised, temporaryFolder, terraformOn } from "./harness";

jest.setTimeout(180_000);

const account = "111122223333";
const image = `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [{ aws: update-linux }]
`;
const builder = `account: "123456789012"
region: us-east-1
images:
  base:
    schedule: manual
    distribute:
      - region: us-east-1
        share: { accounts: ["${account}"] }
        copyTo: { accounts: ["${account}"] }
        ssmParameters: [{ name: /golden/base, account: "${account}" }]
        launchTemplates: [{ id: lt-0123456789abcdef0, account: "${account}" }]
lifecycle:
  old: { images: [base], rules: [{ action: delete, keep: 5 }] }
`;
/** The key that the builder shares; moto knows no accounts but one, so it is a key of the account itself. */
const consumer = (key: string) => `account: "${account}"
region: us-east-1
tags: { environment: team }
consumer:
  keyUsers: [arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling]
  from:
    dev:
      kmsKeys: [${key}]
      images:
        base:
          launchTemplate:
            instanceType: t3.large
            instanceProfile: web
            securityGroups: [sg-0123456789abcdef0]
            tags: { team: web }
`;

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "the life of an account that receives images", () => {
  const project = temporaryFolder();
  const outdir = temporaryFolder();
  let sandbox: Sandbox;
  let terraform: Terraform;
  let key: string;

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  };
  /** The sandbox reads service and region out of the signature, and does not check it. */
  const ask = async (service: string, body: string, headers: Record<string, string> = {}): Promise<string> => {
    const response = await fetch(sandbox.endpoint, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        Authorization: `AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
        ...headers,
      },
      body,
    });
    return response.text();
  };
  const ec2 = async (parameters: Record<string, string>): Promise<string> =>
    ask("ec2", new URLSearchParams({ Version: "2016-11-15", ...parameters }).toString());
  const kms = async (operation: string, body: object): Promise<unknown> =>
    JSON.parse(
      await ask("kms", JSON.stringify(body), {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": `TrentService.${operation}`,
      }),
    );

  const lockAndSynthesise = async (): Promise<void> => {
    const { lock, problems } = await inspectProject(project);
    if (lock === undefined) throw new Error(JSON.stringify(problems));
    write("versions.lock.json", lock.text);
    await synthesised(project, outdir);
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env, account });
    const { KeyMetadata } = (await kms("CreateKey", {})) as { KeyMetadata: { Arn: string } };
    key = KeyMetadata.Arn;
    write("images/base.yaml", image);
    write("environments/dev.yaml", builder);
    write("environments/team.yaml", consumer(key));
    await lockAndSynthesise();
    terraform = await terraformOn(outdir, "team-consumer", sandboxCredentials(sandbox.endpoint, temporaryFolder()));
    await terraform.init();
    await terraform.apply();
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  it("has an empty second plan", async () => {
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
  });

  it("lets Image Builder of the building account in, to what it names and to nothing else", async () => {
    const { role, policy } = resourcesIn(await terraform.show());
    expect(JSON.parse(role)).toMatchObject({
      Statement: [
        {
          Principal: { AWS: ["arn:aws:iam::123456789012:root"] },
          Action: "sts:AssumeRole",
          Condition: {
            ArnEquals: {
              "aws:PrincipalArn": [
                "arn:aws:iam::123456789012:role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder",
                "arn:aws:iam::123456789012:role/ec2-image-builder-execution-us-east-1",
              ],
            },
          },
        },
      ],
    });
    expect(policy).toContain(`arn:aws:ssm:us-east-1:${account}:parameter/golden/base`);
    expect(policy).toMatch(new RegExp(`arn:aws:ec2:us-east-1:${account}:launch-template/${await launchTemplateId()}`));
    expect(await kms("ListGrants", { KeyId: key })).toMatchObject({
      Grants: [{ GranteePrincipal: expect.stringContaining("AWSServiceRoleForAutoScaling") as string }],
    });
  });

  it("leaves the AMI that Image Builder has set, and keeps to it in versions of its own", async () => {
    await buildSets("ami-0123456789abcdef0");
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });

    write("environments/team.yaml", consumer(key).replace("t3.large", "m6i.large"));
    await lockAndSynthesise();
    expect(await terraform.apply()).toEqual([{ address: "aws_launch_template.dev_base", action: "update" }]);
    const version = await ec2({ Action: "DescribeLaunchTemplateVersions", "LaunchTemplateVersion.1": "$Default" });
    expect(version).toMatch("<versionNumber>3</versionNumber>");
    expect(version).toMatch("<imageId>ami-0123456789abcdef0</imageId>");
    expect(version).toMatch("<instanceType>m6i.large</instanceType>");
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
  });

  it("leaves nothing behind when destroyed", async () => {
    expect((await whatIsLeft(sandbox.endpoint)).sort()).toEqual([
      'IAM role "EC2ImageBuilderDistributionCrossAccountRole"',
      'IAM role "Ec2ImageBuilderCrossAccountLifecycleAccess"',
    ]);
    await terraform.destroy();
    expect(await whatIsLeft(sandbox.endpoint)).toEqual([]);
    expect(await ec2({ Action: "DescribeLaunchTemplates" })).not.toContain("<launchTemplateId>");
    expect(await kms("ListGrants", { KeyId: key })).toMatchObject({ Grants: [] });
    expect(await terraform.stateList()).toEqual([]);
  });

  async function launchTemplateId(): Promise<string> {
    const [, id = ""] = /<launchTemplateId>([^<]+)/.exec(await ec2({ Action: "DescribeLaunchTemplates" })) ?? [];
    return id;
  }

  /** What Image Builder does after a build. moto copies nothing from the version before, so all of it is said again. */
  async function buildSets(ami: string): Promise<void> {
    const data = {
      ImageId: ami,
      InstanceType: "t3.large",
      "IamInstanceProfile.Name": "web",
      "SecurityGroupId.1": "sg-0123456789abcdef0",
      "MetadataOptions.HttpEndpoint": "enabled",
      "MetadataOptions.HttpTokens": "required",
      "TagSpecification.1.ResourceType": "instance",
      "TagSpecification.1.Tag.1.Key": "team",
      "TagSpecification.1.Tag.1.Value": "web",
      "TagSpecification.2.ResourceType": "volume",
      "TagSpecification.2.Tag.1.Key": "team",
      "TagSpecification.2.Tag.1.Value": "web",
    };
    const LaunchTemplateId = await launchTemplateId();
    await ec2({
      Action: "CreateLaunchTemplateVersion",
      LaunchTemplateId,
      ...Object.fromEntries(Object.entries(data).map(([name, value]) => [`LaunchTemplateData.${name}`, value])),
    });
    await ec2({ Action: "ModifyLaunchTemplate", LaunchTemplateId, SetDefaultVersion: "2" });
  }
});

/** Of Terraform's state: the policies of the distribution role. */
function resourcesIn(state: unknown): { role: string; policy: string } {
  const { values } = state as {
    values: { root_module: { resources: { type: string; name: string; values: Record<string, string> }[] } };
  };
  const valueOf = (type: string, attribute: string): string =>
    values.root_module.resources.find(({ type: of, name }) => of === type && name === "distribution")?.values[
      attribute
    ] ?? "";
  return { role: valueOf("aws_iam_role", "assume_role_policy"), policy: valueOf("aws_iam_role_policy", "policy") };
}
