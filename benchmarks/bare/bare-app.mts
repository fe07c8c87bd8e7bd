import { readFileSync } from "node:fs";
import { join } from "node:path";

import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import { ImagebuilderDistributionConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import { ImagebuilderImageRecipe } from "@cdktf/provider-aws/lib/imagebuilder-image-recipe";
import { ImagebuilderInfrastructureConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { App, AssetType, LocalBackend, TerraformAsset, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

import type { BareFleet } from "./bare-fleet";

/**
 * The stacks of a fleet as written by hand with CDKTF: the same resources, without any checks. Run it with `node bare-app.js <project>
 * <output folder>`. `fleet.json` in the project describes the fleet.
 */
class FleetStack extends TerraformStack {
  constructor(scope: Construct, id: string, { account, region, images }: BareFleet[number], root: string) {
    super(scope, id);
    new AwsProvider(this, "aws", {
      region,
      allowedAccountIds: [account],
      defaultTags: [{ tags: { environment: id } }],
    });
    new LocalBackend(this, { path: `../../../state/${id}.tfstate` });

    const name = `ec2imagebuilder-${account}-${region}`;
    const bucket = new S3Bucket(this, "documents", { bucket: name });
    new S3BucketPublicAccessBlock(this, "public-access", {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "ownership", {
      bucket: bucket.id,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: bucket.id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    new S3BucketVersioningA(this, "versioning", {
      bucket: bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketPolicy(this, "policy", {
      bucket: bucket.id,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "DenyPlainHttp",
            Effect: "Deny",
            Principal: "*",
            Action: "S3:*",
            Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    });

    const role = new IamRole(this, "build", {
      name: `ec2-image-builder-${region}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    for (const policy of ["EC2InstanceProfileForImageBuilder", "AmazonSSMManagedInstanceCore"])
      new IamRolePolicyAttachment(this, policy, { role: role.name, policyArn: `arn:aws:iam::aws:policy/${policy}` });
    new IamRolePolicy(this, "read-documents", {
      role: role.name,
      name: "documents-and-logs",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${name}/components/*` }],
      }),
    });
    const profile = new IamInstanceProfile(this, "profile", { name: role.name, role: role.name });
    const infrastructure = new ImagebuilderInfrastructureConfiguration(this, "infrastructure", {
      name: "image-factory",
      instanceProfileName: profile.name,
      instanceTypes: ["t3.large"],
      instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      terminateInstanceOnFailure: true,
      lifecycle: { createBeforeDestroy: true },
    });

    const pipelines: Record<string, string> = {};
    for (const image of images) {
      const components = image.components.map(({ file, description, name: component, release }) => {
        const asset = new TerraformAsset(this, `${component}-document`, {
          path: join(root, file),
          type: AssetType.FILE,
        });
        const object = new S3Object(this, `${component}-object`, {
          bucket: bucket.id,
          key: `components/${component}/${asset.assetHash}.yaml`,
          source: asset.path,
          contentType: "application/yaml",
          lifecycle: { createBeforeDestroy: true },
        });
        const { arn } = new ImagebuilderComponent(this, component, {
          name: component,
          description,
          platform: "Linux",
          version: "1.0.0",
          uri: `s3://${object.bucket}/${object.key}`,
          lifecycle: { createBeforeDestroy: true, ignoreChanges: ["uri", "data", "description"] },
        });
        return { componentArn: arn, parameter: [{ name: "Release", value: release }] };
      });
      const recipe = new ImagebuilderImageRecipe(this, `${image.name}-recipe`, {
        name: image.name,
        description: image.description,
        version: "1.0.0",
        parentImage: image.parent,
        component: components,
        blockDeviceMapping: [
          {
            deviceName: "/dev/xvda",
            ebs: { volumeSize: image.size, volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" },
          },
        ],
        tags: image.tags,
        lifecycle: { createBeforeDestroy: true },
      });
      const distribution = new ImagebuilderDistributionConfiguration(this, `${image.name}-distribution`, {
        name: image.name,
        distribution: [
          {
            region,
            amiDistributionConfiguration: {
              name: `${image.name}-{{ imagebuilder:buildDate }}`,
              amiTags: {
                ...image.tags,
                environment: id,
                "golden-image": image.name,
                "golden-image-version": "1.0.0",
                "golden-image-components": image.components.map((each) => `${each.name} 1.0.0`).join(", "),
              },
            },
          },
        ],
        lifecycle: { createBeforeDestroy: true },
      });
      pipelines[image.name] = new ImagebuilderImagePipeline(this, `${image.name}-pipeline`, {
        name: image.name,
        description: image.description,
        imageRecipeArn: recipe.arn,
        infrastructureConfigurationArn: infrastructure.arn,
        distributionConfigurationArn: distribution.arn,
        enhancedImageMetadataEnabled: true,
        imageScanningConfiguration: { imageScanningEnabled: false },
        imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 720 },
        schedule: {
          scheduleExpression: `cron(${image.cron})`,
          timezone: image.timezone,
          pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY",
        },
        tags: image.tags,
        lifecycle: { ignoreChanges: ["status"] },
      }).arn;
    }
    new TerraformOutput(this, "image_pipeline_arns", { value: pipelines });
  }
}

const [root = "", outdir = ""] = process.argv.slice(2);
const fleet = JSON.parse(readFileSync(join(root, "fleet.json"), "utf8")) as BareFleet;
const app = new App({ outdir });
for (const environment of fleet) new FleetStack(app, environment.name, environment, root);
app.synth();
