import { inspectProject } from "../../src/checks/inspect-project";
import { projectFolder } from "../helpers/project-folder";

type Files = Readonly<Record<string, string>>;

/** An environment as teams have it: ids of a network that is there, and what differs. */
const environment = (more: string, region = "eu-west-1") => `account: "123456789012"
region: ${region}
network: { subnet: subnet-0a1b2c3d4e5f60718, securityGroups: [sg-0a1b2c3d4e5f60718] }
${more}`;

const installs = (name: string, ...commands: readonly string[]) => `name: ${name}
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        inputs:
          commands:
${commands.map((command) => `            - ${JSON.stringify(command)}\n`).join("")}`;

const key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

/**
 * What public configurations of Image Builder have in common, each in words of our own: the settings of some twenty of them, as they would be
 * written here. AWS takes all of it, so none of it is an error.
 */
const configurations: readonly (readonly [title: string, files: Files])[] = [
  [
    "a web server with a log bucket, and the date in name, description and tags of its AMI",
    {
      "components/linux/web-server.yaml": installs("web-server", "dnf -y install nginx", "systemctl enable nginx"),
      "images/shop-web.yaml": `description: Web servers of the shop
parent: { os: amazon-linux-2, architecture: x86_64 }
components: [linux/web-server, { aws: update-linux }]
`,
      "environments/shop.yaml": environment(`build:
  instanceTypes: [t3.medium]
  logs: { create: true, bucket: shop-image-logs }
images:
  shop-web:
    schedule: { cron: 0 0 ? * SUN *, start: on-updates }
    distribute:
      - region: eu-west-1
        name: "shop-web-{{ imagebuilder:buildDate }}"
        description: "Hardened web server - {{ imagebuilder:buildDate }}"
        tags: { Name: "shop-web-{{ imagebuilder:buildDate }}", BuildDate: "{{ imagebuilder:buildDate }}" }
`),
    },
  ],
  [
    "a parent in a parameter of AWS, encrypted and shared with two accounts",
    {
      "components/linux/toolchain.yaml": installs("toolchain", "dnf -y groupinstall 'Development Tools'"),
      "images/devbox.yaml": `parent:
  ssm: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
  platform: Linux
  architecture: x86_64
  rootDevice: /dev/xvda
components: [linux/toolchain]
volumes: [{ size: 100 }]
version: "1.0"
`,
      "environments/tools.yaml": environment(`encryption: { create: true, alias: devbox, deletionDays: 7 }
build: { instanceTypes: [m6i.xlarge] }
images:
  devbox:
    schedule: manual
    distribute: [{ region: eu-west-1, share: { accounts: ["111122223333", "444455556666"] } }]
`),
    },
  ],
  [
    "Windows nodes of Kubernetes with spaces in their name, Fast Launch, and tags of the AMI alone",
    {
      "components/windows/pull.yaml": `name: pull
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: containerdpull
        action: ExecutePowerShell
        inputs:
          commands: [ctr -n k8s.io image pull mcr.microsoft.com/windows/servercore:ltsc2022]
`,
      "images/Custom Windows Nodes.yaml": `parent:
  ssm: /aws/service/ami-windows-latest/Windows_Server-2022-English-Core-EKS_Optimized-1.30/image_id
  platform: Windows
  architecture: x86_64
components: [windows/pull]
encryptRootVolume: false
`,
      "environments/nodes.yaml": environment(`build: { instanceTypes: [t3.large, t3.xlarge] }
images:
  Custom Windows Nodes:
    schedule: { cron: 0 4 ? * MON * }
    distribute:
      - region: eu-west-1
        tags: { Orchestrator: Amazon EKS }
        fastLaunch: [{ account: "123456789012", maxParallelLaunches: 6, snapshots: 2 }]
`),
    },
  ],
  [
    "a directory server with underscores, a domain to join, a key for its components and a team's trail of logs",
    {
      "components/windows/mp_domain-tools.yaml": `name: mp_domain-tools
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Features
        action: ExecutePowerShell
        inputs:
          commands:
            - Install-WindowsFeature -Name RSAT-AD-PowerShell
      - name: Restart
        action: Reboot
        onFailure: Abort
        maxAttempts: 2
        inputs: { delaySeconds: 60 }
`,
      "images/mp_windows_server_2019.yaml": `parent: { os: windows-server-2019, architecture: x86_64 }
components:
  - windows/mp_domain-tools
  - { aws: amazon-cloudwatch-agent-windows }
volumes: [{ size: 128 }, { device: xvdf, size: 50 }]
tags: { is-production: "true", infrastructure-support: platform@example.com }
`,
      "environments/directory.yaml": environment(`encryption: { kmsKey: "${key}" }
build:
  instanceProfile: { name: builder }
  logs: { bucket: platform-image-logs, prefix: mp }
  terminateOnFailure: true
components: { windows/mp_domain-tools: { kmsKey: "${key}" } }
images:
  mp_windows_server_2019:
    schedule: { cron: 0 0 2 * ? * }
    distribute:
      - region: eu-west-1
        name: "mp_WindowsServer2019_{{ imagebuilder:buildDate }}"
        share: { accounts: ["111122223333"] }
`),
    },
  ],
  [
    "one layer on another, in two regions",
    {
      "images/rhel-base.yaml": `parent: { os: rhel-9, architecture: x86_64 }
components: [{ aws: update-linux }, { aws: stig-build-linux, parameters: { Level: High } }]
`,
      "images/rhel-app.yaml": `parent: { image: rhel-base }
components: [{ aws: amazon-cloudwatch-agent-linux }, { aws: simple-boot-test-linux }]
`,
      "environments/layers.yaml": environment(`encryption: { create: true }
images:
  rhel-base:
    schedule: { cron: 0 2 ? * SAT *, timezone: Europe/London }
    buildOnDeploy: true
  rhel-app:
    schedule: { cron: 0 6 ? * SAT *, timezone: Europe/London, start: on-updates }
    distribute: [{ region: eu-west-1 }, { region: eu-central-1, share: { accounts: ["111122223333"] } }]
`),
    },
  ],
  [
    "a container of R and Python for studies, with its tag",
    {
      "components/linux/install-r.yaml": installs("install-r", "apt-get update", "apt-get install -y r-base"),
      "containers/studies.yaml": `parent: { image: "ubuntu:jammy" }
components: [linux/install-r]
`,
      "environments/studies.yaml": environment(`containers:
  studies:
    schedule: manual
    repository: { name: studies/enclave }
    distribute: [{ region: eu-west-1, tags: [base] }]
`),
    },
  ],
  [
    "a function's container with a Dockerfile of its own, without types of instances",
    {
      "components/linux/hello.yaml": installs("hello", "echo hello"),
      "latex.Dockerfile": `FROM {{{ imagebuilder:parentImage }}}
{{{ imagebuilder:environments }}}
RUN apt update
RUN apt install -y --no-install-suggests texlive-latex-extra python3-pip curl
{{{ imagebuilder:components }}}
WORKDIR "/"
ENTRYPOINT [ "python3", "-m", "awslambdaric" ]
CMD [ "main.main" ]
`,
      "containers/compile-latex.yaml": `parent: { image: "debian:bookworm-slim" }
dockerfile: latex.Dockerfile
workingDirectory: /tmp
components: [linux/hello]
`,
      "environments/functions.yaml": `account: "123456789012"
region: eu-west-1
build: { instanceProfile: { name: EC2InstanceProfileForImageBuilder } }
containers:
  compile-latex:
    schedule: { cron: 0 0 * * ? * }
    repository: { create: false, name: compile-latex }
    distribute: [{ region: eu-west-1, tags: [latest] }]
`,
    },
  ],
  [
    "a container on an image of ECR, built and tested on a host with a volume of its own",
    {
      "components/linux/smoke.yaml": `name: smoke
schemaVersion: "1.0"
phases:
  - name: test
    steps:
      - name: ValidateContainer
        action: ExecuteBash
        onFailure: Abort
        inputs:
          commands: [test -r /etc/os-release]
`,
      "containers/al2023.yaml": `parent: { image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/mirror/al2023:2023.6" }
components: [{ aws: update-linux }, linux/smoke]
kmsKey: "${key}"
workingDirectory: /tmp/imagebuilder
instance:
  amis: { eu-west-1: ami-0a1b2c3d4e5f60718 }
  volumes: [{ device: /dev/xvda, size: 40, kmsKey: "${key}" }]
`,
      "environments/mirror.yaml": environment(`containers:
  al2023:
    schedule: manual
    repository: { name: staging/al2023, keep: 5 }
    scan: true
`),
    },
  ],
  [
    "runners of a forge in a container, of components that AWS pins to a build",
    {
      "containers/runner.yaml": `parent: { image: "ubuntu:20.04" }
components:
  - arn: arn:aws:imagebuilder:eu-west-1:aws:component/python-3-linux/1.0.2/1
  - arn: arn:aws:imagebuilder:eu-west-1:aws:component/aws-cli-version-2-linux/1.0.3/1
`,
      "environments/forge.yaml": environment("containers:\n  runner: { schedule: manual }\n"),
    },
  ],
  [
    "three steps of a lifecycle, with a grace for what was launched of late",
    {
      "images/golden.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [{ aws: update-linux }]
tests: { enabled: true, timeoutMinutes: 60 }
`,
      "environments/golden.yaml": environment(`tags: { Project: golden, ManagedBy: terraform }
activateInspector: true
images:
  golden: { schedule: { cron: 0 0 ? * SUN *, start: on-updates }, scan: true, enabled: true }
lifecycle:
  golden-ami-lifecycle:
    description: Deprecate after 90 days, delete after 180
    images: [golden]
    rules:
      - { action: deprecate, after: { days: 90 } }
      - { action: disable, after: { days: 120 } }
      - { action: delete, after: { days: 180 } }
    exclude: { amis: { launchedWithin: { days: 90 } } }
`),
    },
  ],
  [
    "six years of archives, ten of each kept",
    {
      "images/archive.yaml":
        "parent: { os: ubuntu-22.04, architecture: x86_64 }\ncomponents: [{ aws: update-linux }]\n",
      "environments/archive.yaml": environment(`images:
  archive: { schedule: manual, buildOnDeploy: true }
lifecycle:
  by-age:
    images: [archive]
    rules: [{ action: delete, after: { years: 6 }, retainAtLeast: 10 }]
  by-tag:
    tags: { archived: "yes" } # check-ignore lifecycle-tags: the team tags what may go
    rules: [{ action: delete, after: { years: 1 } }]
`),
    },
  ],
  [
    "workers of a queue on graphics cards, on the newest AMI of an owner",
    {
      "components/linux/worker.yaml": installs(
        "worker",
        "python3.12 -m venv /home/worker/venv",
        "chown -R worker:worker /home/worker",
        "systemctl enable worker.service",
      ),
      "images/gpu-worker.yaml": `parent:
  ami:
    owners: [amazon]
    name: Deep Learning Base OSS Nvidia Driver GPU AMI (Ubuntu 22.04) *
  platform: Linux
  architecture: x86_64
  rootDevice: /dev/sda1
components: [linux/worker]
volumes: [{ size: 100, throughput: 250 }]
`,
      "environments/workers.yaml": environment(`build: { instanceTypes: [g4dn.xlarge, g5.xlarge] }
images: { gpu-worker: { schedule: manual, buildOnDeploy: true, buildTimeoutHours: 3 } }
`),
    },
  ],
  [
    "small ARM machines by a managed component, with tags on everything",
    {
      "images/arm-small.yaml": `parent: { os: amazon-linux-2023, architecture: arm64 }
components: [{ aws: amazon-cloudwatch-agent-linux, version: 1.0.1 }]
tags: { Name: arm-small }
`,
      "environments/arm.yaml":
        environment(`build: { instanceTypes: [t4g.micro], configurationTags: { Name: arm-small } }
images: { arm-small: { schedule: manual } }
`),
    },
  ],
  [
    "a network of one's own, with two ways out and the endpoint of S3",
    {
      "images/private.yaml":
        "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [{ aws: update-linux }]\n",
      "environments/private.yaml": `account: "123456789012"
region: us-east-1
network:
  vpc: vpc-0a1b2c3d4e5f60718
  subnet: subnet-0a1b2c3d4e5f60718
  securityGroup:
    name: session-manager
    description: Controls access by Session Manager
    egress:
      - { ports: 80, cidr: 0.0.0.0/0 }
      - { ports: 443, cidr: 0.0.0.0/0 }
      - { ports: 443, prefixList: pl-63a5400a }
build: { metadata: { tokens: required, hopLimit: 1 } }
images: { private: { schedule: manual } }
`,
    },
  ],
  [
    "Macs on a host of their own",
    {
      "components/macos/brew.yaml": installs("brew", "su - ec2-user -c 'brew install jq'"),
      "images/ios-build.yaml": `parent: { os: macos-15, architecture: arm64 }
components: [macos/brew]
volumes: [{ device: /dev/sda1, size: 200, iops: 6000 }]
`,
      "environments/macs.yaml": environment(
        `build:
  instanceTypes: [mac2.metal]
  placement: { tenancy: host, availabilityZone: us-west-2b, hostResourceGroup: "arn:aws:resource-groups:us-west-2:123456789012:group/macs" }
images: { ios-build: { schedule: manual, buildTimeoutHours: 12 } }
`,
        "us-west-2",
      ),
    },
  ],
  [
    "a partner's image and agent of AWS Marketplace",
    {
      "images/firewall.yaml": `parent: { marketplace: prod-abcdefghijklm, platform: Linux, architecture: x86_64, rootDevice: /dev/xvda }
components:
  - arn: arn:aws:imagebuilder:eu-west-1:aws-marketplace:component/falcon-install-linux-prod-abcdefghijklm/1.2.2/1
encryptRootVolume: false
`,
      "environments/partner.yaml": environment("images: { firewall: { schedule: manual } }\n"),
    },
  ],
  [
    "GovCloud, shared with an organization, a parameter and a launch template",
    {
      "images/gov-base.yaml": "parent: { os: rhel-9, architecture: x86_64 }\ncomponents: [{ aws: update-linux }]\n",
      "environments/gov.yaml": environment(
        `encryption: { create: true }
images:
  gov-base:
    schedule: { cron: 0 3 1 * ? * }
    distribute:
      - region: us-gov-west-1
        share: { organizations: ["arn:aws-us-gov:organizations::123456789012:organization/o-abcdefghij"] }
        ssmParameters: [{ name: /golden/gov-base }]
        launchTemplates: [{ id: lt-0a1b2c3d4e5f60718 }]
`,
        "us-gov-west-1",
      ),
    },
  ],
  [
    "approval by people after the tests",
    {
      "workflows/test/approve.yaml": `name: approve
schemaVersion: 1.0
parameters:
  - name: topic
    type: string
    default: arn:aws:sns:eu-west-1:123456789012:approvals
steps:
  - name: Ask
    action: WaitForAction
    timeoutSeconds: 86400
    inputs: { snsTopicArn.$: $.parameters.topic }
`,
      "images/reviewed.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [{ aws: update-linux }]
workflows: [{ aws: build-image }, { aws: test-image }, test/approve]
`,
      "environments/reviewed.yaml": environment("images: { reviewed: { schedule: manual } }\n"),
    },
  ],
  [
    "a step in a script that restarts, and files of a bucket",
    {
      "components/linux/ansible.yaml": `name: ansible
description: Plays a book from S3
schemaVersion: 1.0
parameters:
  - Playbook: { type: string, default: site.yml, description: The book }
phases:
  - name: build
    steps:
      - name: Folder
        action: CreateFolder
        inputs: [{ path: /tmp/ansible }]
      - name: Fetch
        action: S3Download
        maxAttempts: 3
        inputs:
          - source: s3://platform-playbooks/linux/*
            destination: /tmp/ansible
      - name: Play
        action: ExecuteBash
        timeoutSeconds: 3600
        inputs:
          commands:
            - ansible-playbook -i localhost, /tmp/ansible/{{ Playbook }}
            - if needs-restarting -r; then exit 0; else exit 194; fi
`,
      "images/played.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [{ component: linux/ansible, parameters: { Playbook: web.yml } }]
`,
      "environments/played.yaml": environment(`build:
  instanceProfile:
    create: true
    read: [platform-playbooks/linux]
    statements:
      - { actions: ["secretsmanager:GetSecretValue"], resources: ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:repo-*"] }
images: { played: { schedule: manual } }
`),
    },
  ],
  [
    "disks for another house, without encryption",
    {
      "images/appliance.yaml": `parent: { os: ubuntu-24.04, architecture: x86_64 }
components: [{ aws: update-linux }]
encryptRootVolume: false
`,
      "environments/appliance.yaml": environment(`images:
  appliance:
    schedule: manual
    distribute:
      - region: eu-west-1
        export: { bucket: appliance-disks, prefix: vmdk/, format: VMDK, role: vmimport }
`),
    },
  ],
  [
    "the smallest of all: AWS's parent, AWS's components, no network, no schedule",
    {
      "images/plain.yaml": `parent: { os: amazon-linux-2, architecture: x86_64 }
components: [{ aws: amazon-cloudwatch-agent-linux }, { aws: update-linux }, { aws: simple-boot-test-linux }]
workingDirectory: /tmp
`,
      "environments/plain.yaml": `account: "123456789012"
region: us-east-1
build: { keyPair: frontend, instanceTypes: [t2.micro], terminateOnFailure: false }
images: { plain: { schedule: manual } }
`,
    },
  ],
];

describe("configurations as teams write them", () => {
  test.each(configurations)("have no error: %s", async (_title, files) => {
    const { problems, lock } = await inspectProject(projectFolder(files));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(lock).toBeDefined();
  });
});
