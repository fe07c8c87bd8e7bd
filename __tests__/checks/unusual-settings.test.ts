import { check, edited, validProject } from "../helpers/valid-project";

/** Title, file, what is replaced, by what: all of it legal, if not what most people write. */
type Legal = readonly [title: string, file: string, from: string, to: string];

const base = "images/linux-base.yaml";
const web = "images/linux-web.yaml";
const windows = "images/windows-base.yaml";
const ubuntu = "images/ubuntu-base.yaml";
const fixed = "images/fixed-base.yaml";
const mac = "images/mac-base.yaml";
const app = "containers/app.yaml";
const site = "containers/site.yaml";
const template = "dockerfiles/app.Dockerfile";
const dev = "environments/dev.yaml";
const prod = "environments/prod.yaml";
const plain = "environments/plain.yaml";
const macs = "environments/mac.yaml";
const ssm = "ssm: /aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id";

const legal: readonly Legal[] = [
  ["a managed image of a certain version", base, "version: x.x.x", "version: 2024.1.5"],
  ["a created profile of another name", prod, "name: image-builder", "name: image-builder\n    create: true"],
  ["a managed image of a year", base, "version: x.x.x", "version: 2024.x.x"],
  ["a platform that follows by itself", windows, "x86_64", "x86_64\n  platform: Windows"],
  ["Windows Server Core", windows, "windows-server-2022", "windows-server-2025-core"],
  ["a parameter of SSM without a hierarchy", ubuntu, ssm, "ssm: golden.ubuntu_24-04"],
  ["an AMI id of eight digits", fixed, "ami-0123456789abcdef0", "ami-0123abcd"],
  [
    "an AMI of a region that nothing is built in",
    fixed,
    "    eu-west-1: ami",
    "    ap-southeast-7: ami-0123abcd\n    eu-west-1: ami",
  ],
  [
    "an image of AWS by its ARN",
    ubuntu,
    ssm,
    "arn: arn:aws:imagebuilder:eu-west-1:aws:image/ubuntu-server-24-lts-x86/x.x.x",
  ],
  ["an image of another account", ubuntu, ssm, "arn: arn:aws:imagebuilder:eu-west-1:999999999999:image/base/2.x.x"],
  ["a build of an image", ubuntu, ssm, "arn: arn:aws:imagebuilder:eu-west-1:999999999999:image/base/2.0.1/7"],
  ["a product of AWS Marketplace", ubuntu, ssm, "marketplace: prod-abcdefghijklm"],
  ["a parent of unknown architecture", ubuntu, "  architecture: x86_64\n", ""],
  ["a root device of old Xen", ubuntu, "/dev/sda1", "/dev/xvda1"],
  [
    "a root device of its own for an image on an image",
    web,
    "image: linux-base",
    "image: linux-base\n  rootDevice: /dev/xvda",
  ],
  [
    "the same document twice, and once more behind a component of others",
    base,
    "  - aws: amazon-cloudwatch-agent-linux\n    version: 1.0.x",
    "  - { component: linux/setup, parameters: { Packages: zip } }\n  - aws: reboot-linux\n  - { component: linux/setup, parameters: { Packages: vim } }",
  ],
  [
    "a component of AWS Marketplace",
    base,
    "arn:aws:imagebuilder:us-east-1:123456789012:component/audit/1.0.2",
    "arn:aws:imagebuilder:us-east-1:aws-marketplace:component/crowdstrike/x.x.x",
  ],
  [
    "a component of a third party",
    base,
    "arn:aws:imagebuilder:us-east-1:123456789012:component/audit/1.0.2",
    "arn:aws:imagebuilder:us-east-1:third-party:component/audit/1.x.x",
  ],
  ["a component with an underscore", base, "component/audit/1.0.2", "component/audit_all/1.0.2/3"],
  ["a component of AWS without a platform in its name", base, "amazon-cloudwatch-agent-linux", "hello-world"],
  ["a parameter with what shells love", base, "Packages: jq git", "Packages: \"${x} %{y} 'a' \\\\ \\n\""],
  [
    "one volume at its least",
    base,
    "size: 20\n    type: gp3\n    iops: 4000\n    throughput: 500",
    "size: 8\n    type: gp3\n    iops: 3000\n    throughput: 125",
  ],
  ["a volume of 16000 GiB", web, "size: 30", "size: 16000"],
  ["throughput at its most", base, "throughput: 500", "throughput: 1000"],
  ["an old volume type", base, "size: 100\n    type: io2\n    iops: 5000", "size: 1024\n    type: standard"],
  ["a cold disk for data", base, "size: 100\n    type: io2\n    iops: 5000", "size: 125\n    type: sc1"],
  ["a volume of the snapshot's size", base, "    size: 100\n    type: io2\n    iops: 5000", "    type: gp3"],
  ["a volume without encryption", web, "- size: 30", "- size: 30\n    encrypted: false"],
  [
    "a key of many regions",
    web,
    "- size: 30",
    "- size: 30\n    kmsKey: arn:aws:kms:us-east-1:999999999999:key/mrk-0123456789abcdef0123456789abcdef",
  ],
  ["a second volume of Windows", windows, "- size: 60", "- size: 60\n  - device: xvdf\n    size: 10"],
  ["a device without /dev", base, "/dev/xvdb", "sdf"],
  ["a folder on another drive", windows, "C:/build", "D:\\\\images"],
  ["a folder with spaces", base, "Directory: /var/tmp", "Directory: /var/my builds"],
  [
    "user data as long as it may be",
    base,
    "userData: |\n  #!/bin/bash\n  touch /var/tmp/perform_cleanup\n  echo ready\n",
    `userData: "${"x".repeat(16383)}"\n`,
  ],
  ["no tests", base, "enabled: true\n  timeoutMinutes: 90", "enabled: false"],
  ["tags with all that is allowed", base, "team: platform", '"cost center_.:/=+-@": "${x} %{y} é 😀 \\\\ \\""'],
  ["a tag without a value", base, "team: platform", 'team: ""'],
  ["a version line of large numbers", base, '"1.2"', '"2024.1231"'],
  [
    "a description of other scripts",
    base,
    "Everything that a Linux image can say",
    "Grundabbild für Büros 日本 ${x} %{y}",
  ],
  ["only a test workflow", base, "  - build/image\n", ""],
  [
    "a workflow of another account",
    base,
    "  - build/image\n",
    "  - arn: arn:aws:imagebuilder:us-east-1:999999999999:workflow/build/custom/1.x.x\n",
  ],
  ["the same test workflow twice", base, "  - aws: test-image\n", "  - aws: test-image\n  - aws: test-image\n"],
  ["ten test workflows", base, "  - aws: test-image\n", "  - aws: test-image\n".repeat(9)],
  ["a workflow's parameter left to its default", base, '      Retries: "5"\n', ""],
  [
    "a workflow in a folder below",
    "workflows/test/web/wait.yaml",
    "",
    'schemaVersion: "1.0"\nsteps:\n  - name: Wait\n    action: WaitForAction\n',
  ],
  [
    "a container image of ECR",
    app,
    "amazonlinux:2023",
    "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/base_image:1.25-Alpine",
  ],
  [
    "a container image by digest",
    app,
    "amazonlinux:2023",
    `public.ecr.aws/docker/library/nginx@sha256:${"0123456789abcdef".repeat(4)}`,
  ],
  ["a container image of a registry with a port", app, "amazonlinux:2023", "registry.example.com:5000/base"],
  [
    "a managed container image",
    app,
    "image: amazonlinux:2023",
    "arn: arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-x86-2/x.x.x",
  ],
  ["no Dockerfile", site, "components:", "enhancedMetadata: false\ncomponents:"],
  [
    "variables without spaces",
    template,
    "FROM {{{ imagebuilder:parentImage }}}",
    "FROM {{{imagebuilder:parentImage}}}",
  ],
  ["a Dockerfile with more stages", template, "# The template", "ARG X=1\nFROM busybox AS tools\n# The template"],
  ["a Dockerfile with lines of Windows", template, "EXPOSE 8080\n", "EXPOSE 8080\r\nENV A=${B}\r\n"],
  ["a repository of a path", dev, "name: golden/app\n      keep", "name: a/b_c/d.e-f\n      keep"],
  [
    "a repository that exists",
    dev,
    "      create: true\n      name: golden/app\n      keep: 20",
    "      create: false\n      name: golden/app",
  ],
  [
    "a container that is not scanned",
    dev,
    "    scan:\n      repository: golden/app\n      tags: [latest]\n",
    "    scan: false\n",
  ],
  [
    "one hop with both versions of the metadata service",
    dev,
    "tokens: required\n    hopLimit: 2",
    "tokens: optional\n    hopLimit: 1",
  ],
  ["state elsewhere on the machine", prod, "build:", "state: { local: { file: ../state/prod.tfstate } }\nbuild:"],
  ["a range of a larger network", dev, "10.20.0.0/24", "172.16.32.0/19"],
  ["a Local Zone", dev, "cidr: 10.20.0.0/24\n    availabilityZone: us-east-1b", "cidr: 10.20.0.0/24"],
  ["a subnet of eight digits", prod, "subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d"],
  [
    "no network at all",
    prod,
    "network:\n  subnet: subnet-0a1b2c3d4e5f60718\n  securityGroups: [sg-0a1b2c3d4e5f60718]\n",
    "",
  ],
  [
    "instance types of several makers",
    dev,
    "[m6i.large, t3.large]",
    "[t3a.small, m7i-flex.large, c5.metal, u7i-12tb.224xlarge]",
  ],
  ["a host that EC2 chooses", macs, "    host: h-0123456789abcdef0\n", ""],
  [
    "a group of hosts",
    macs,
    "host: h-0123456789abcdef0",
    "hostResourceGroup: arn:aws:resource-groups:us-east-2:999999999999:group/macs",
  ],
  ["an instance profile with odd letters", prod, "name: image-builder", "name: Image+Builder=1,2.3@x-y_z"],
  ["a bucket with dots", prod, "example-existing-logs", "logs.example.com"],
  ["logs kept for ten years", dev, "retentionDays: 30", "retentionDays: 3653"],
  ["a role with a path", prod, "role/image-workflows", "role/service/image-workflows"],
  [
    "a topic of another account",
    prod,
    "arn:aws:sns:eu-west-1:210987654321:images",
    "arn:aws:sns:eu-west-1:999999999999:images",
  ],
  [
    "a topic of its own for events",
    dev,
    "on: [succeeded",
    "topic: { create: true, name: image-events }\n  on: [succeeded",
  ],
  [
    "a subscription of a function elsewhere",
    dev,
    "protocol: sqs\n        endpoint: arn:aws:sqs:us-east-1:123456789012:images",
    "protocol: lambda\n        endpoint: arn:aws:lambda:eu-west-1:999999999999:function:told",
  ],
  [
    "a telephone",
    dev,
    "protocol: email\n        endpoint: platform@example.com",
    'protocol: sms\n        endpoint: "+491701234567"',
  ],
  [
    "a key of another account",
    prod,
    "arn:aws:kms:eu-west-1:210987654321:alias/golden-images",
    "arn:aws:kms:eu-west-1:999999999999:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  ],
  ["a cron expression of the last Friday", dev, "0 4 ? * SUN *", "0 4 ? * 6L *"],
  ["a cron expression of a working day", dev, "30 2 1 * ? *", "0/30 8-18/2 15W JAN,JUL ? 2026-2199"],
  ["a cron expression over the week's end", dev, "0 5 ? * MON-FRI *", "0 5 ? * FRI-MON *"],
  ["the third day before a month's end", dev, "30 2 1 * ? *", "30 2 L-3 * ? *"],
  ["the 29th of February", dev, "30 2 1 * ? *", "30 2 29 2 ? *"],
  ["an old name of a time zone", dev, "Europe/Berlin", "US/Eastern"],
  ["a time zone without a place", dev, "Europe/Berlin", "UTC"],
  [
    "an AMI name with version and a dated form",
    plain,
    "public {{ imagebuilder:buildVersion }} {{ imagebuilder:buildDate }}",
    "public_{{imagebuilder:buildVersion}} {{imagebuilder:buildDate:yyyyMMdd}}.x",
  ],
  ["an AMI name without the date", dev, "linux-base-{{ imagebuilder:buildDate }}", "linux base"],
  ["an AMI name as long as it may be", dev, "linux-base-{{ imagebuilder:buildDate }}", "x".repeat(98)],
  [
    "an AMI that stays where it is not built",
    dev,
    "      - region: us-east-1\n        fastLaunch:",
    "      - region: us-west-2\n        fastLaunch:",
  ],
  [
    "a copy to an account that it is shared with",
    dev,
    '      - region: eu-west-1\n        copyTo:\n          accounts: ["111122223333"]',
    '      - region: eu-west-1\n        share:\n          accounts: ["111122223333"]\n        copyTo:\n          accounts: ["111122223333"]',
  ],
  [
    "an SSM parameter of another account",
    dev,
    "dataType: aws:ec2:image",
    'dataType: text\n            account: "111122223333"',
  ],
  [
    "one SSM parameter in two accounts",
    dev,
    "dataType: aws:ec2:image",
    'dataType: text\n          - name: /golden/linux-base\n            account: "111122223333"',
  ],
  [
    "fast launch as it comes",
    dev,
    '          - maxParallelLaunches: 6\n            snapshots: 10\n            launchTemplate: { name: windows, version: "3" }',
    '          - { launchTemplate: { id: lt-0123456789abcdef0, version: "$Latest" } }',
  ],
  ["an export to raw", plain, "format: VMDK", "format: RAW"],
  [
    "a build that waits for three days",
    dev,
    "buildOnDeploy: false\n    buildTimeoutHours: 4",
    "buildOnDeploy: true\n    buildTimeoutHours: 72",
  ],
  ["an age of a thousand", dev, "after: { years: 1 }", "after: { days: 1000 }"],
  [
    "a policy that only deletes by count",
    dev,
    "- action: delete\n        keep: 10",
    "- action: delete\n        keep: 1000",
  ],
  ["AMIs that stay", dev, "amis: true\n        snapshots: true", "amis: false\n        snapshots: false"],
  ["snapshots that stay", dev, "amis: true\n        snapshots: true", "amis: true\n        snapshots: false"],
  ["a policy of containers by tag", prod, "type: ami", "type: container"],
  ["a policy with its type written out", dev, "    containers: [app]", "    containers: [app]\n    type: container"],
  ["a policy that is off", dev, "enabled: true\n    images", "enabled: false\n    images"],
  [
    "China",
    "environments/china.yaml",
    "",
    'account: "999999999999"\nregion: cn-north-1\nimages: { windows-base: { schedule: manual } }\nencryption: { kmsKey: "arn:aws-cn:kms:cn-north-1:999999999999:alias/images" }\n',
  ],
  [
    "GovCloud",
    "environments/gov.yaml",
    "",
    'account: "999999999999"\nregion: us-gov-west-1\nimages: { windows-base: { schedule: manual } }\nbuild: { topic: "arn:aws-us-gov:sns:us-gov-west-1:999999999999:images" }\n',
  ],
  [
    "sixteen security groups",
    prod,
    "[sg-0a1b2c3d4e5f60718]",
    `[${Array.from({ length: 16 }, (_, index) => `sg-0a1b2c3d4e5f607${index + 10}`).join(", ")}]`,
  ],
  ["a network of carrier-grade addresses", dev, "10.20.0.0/24", "100.64.0.0/16"],
  ["a network of public addresses", dev, "10.20.0.0/24", "198.19.0.0/27"],
  [
    "as many policies as a role takes",
    dev,
    "[arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess]",
    `[${Array.from({ length: 7 }, (_, index) => `arn:aws:iam::aws:policy/Policy${index}`).join(", ")}]`,
  ],
  [
    "a policy that every build has",
    dev,
    "[arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess]",
    `[${Array.from({ length: 7 }, (_, index) => `arn:aws:iam::aws:policy/Policy${index}`).join(", ")}, arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore]`,
  ],
  ["tags in any alphabet", dev, "  environment: dev", '  environment: "Plätförm 日本 + a=b_c.d:e/f@g-h"'],
  [
    "twelve tags of everything",
    dev,
    "  environment: dev",
    `  ${Array.from({ length: 12 }, (_, index) => `t${index}: x`).join("\n  ")}`,
  ],
  ["a tag that IAM would refuse, where no role is created", prod, "images:", 'tags: { team: "a & b" }\nimages:'],
  [
    "a created key of another alias in the same region",
    "environments/ireland.yaml",
    "",
    'account: "123456789012"\nregion: us-west-2\nencryption: { create: true, alias: golden-images-west }\nimages:\n  windows-base:\n    schedule: manual\n    distribute: [{ region: us-east-1 }]\n',
  ],
  ["an instance type of a series that is not known yet", dev, "[m6i.large, t3.large]", "[q1.large]"],
  ["a Wavelength Zone", macs, "    host: h-0123456789abcdef0", "    availabilityZone: us-east-2-wl1-chi-wlz-1"],
  ["a range of days over the end of the week", dev, "0 4 ? * SUN *", "0 4 ? * FRI-MON *"],
  [
    "fifteen volumes",
    web,
    "  - size: 30",
    `  - size: 30\n${Array.from({ length: 14 }, (_, index) => `  - { device: /dev/sd${String.fromCharCode(98 + index)}, size: 1 }`).join("\n")}`,
  ],
  ["a time zone of POSIX", dev, "Europe/Berlin", "EST5EDT"],
  ["a zone west of Greenwich by its sign", dev, "Europe/Berlin", "Etc/GMT+5"],
  ["days, months and years at once", dev, "0 4 ? * SUN *", '"*/15 4 1-7 JAN-MAR,OCT ? 2026/2"'],
  ["the last weekday of the month", dev, "0 4 ? * SUN *", "0 4 LW * ? *"],
  [
    "JSON in place of YAML",
    "images/json-base.yaml",
    "",
    '{"parent": {"os": "ubuntu-22.04", "architecture": "arm64"},\n\t"components": [{"aws": "update-linux"}]}',
  ],
];

test("the project that they are tried in has no problems", async () => {
  expect(await check(validProject)).toEqual([]);
});

test.each(legal)("takes %s", async (_title, file, from, to) => {
  const problems = await check(edited({ file, from, to }));
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("takes macOS on Intel", async () => {
  const image = { file: mac, from: "architecture: arm64", to: "architecture: x86_64" };
  expect(await check(edited(image, { file: macs, from: "mac2.metal", to: "mac1.metal" }))).toEqual([]);
});

test("takes a shared image whose volumes have a key of their own", async () => {
  const key = "arn:aws:kms:eu-west-1:210987654321:alias/golden-images";
  const volumes = `volumes:\n  - size: 20\n    kmsKey: ${key}\ncomponents:`;
  const image = { file: ubuntu, from: "components:", to: volumes };
  const environment = { file: prod, from: `encryption:\n  kmsKey: ${key}\n`, to: "" };
  expect(await check(edited(image, environment))).toEqual([]);
});
