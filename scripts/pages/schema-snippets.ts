/** A text that an editor offers in an empty file, in the format of the YAML language server (`defaultSnippets`). */
export interface Snippet {
  readonly label: string;
  readonly description: string;
  /** YAML with placeholders: `${1:default}`, `${2|one,of,these|}`. */
  readonly body: string;
}

/** Snippets by file in schemas/. Each snippet is a complete file without problems. */
export const snippets: Readonly<Record<string, readonly Snippet[]>> = {
  "image.schema.json": [
    {
      label: "image",
      description: "An image on a managed image of AWS",
      body: `description: \${1:Patched Amazon Linux 2023}
parent:
  os: \${2:amazon-linux-2023}
  architecture: \${3|x86_64,arm64|}
components:
  - \${4:golden:linux/update-os}
`,
    },
    {
      label: "image on another image",
      description: "An image whose parent is an image of this project",
      body: `description: \${1:A web server}
parent:
  image: \${2:linux-base}
components:
  - \${3:golden:linux/update-os}
`,
    },
  ],
  "container.schema.json": [
    {
      label: "container",
      description: "A container image",
      body: `description: \${1:A container on Amazon Linux 2023}
parent:
  image: \${2:public.ecr.aws/amazonlinux/amazonlinux:2023}
components:
  - \${3:golden:linux/update-os}
`,
    },
  ],
  "environment.schema.json": [
    {
      label: "environment",
      description: "An account and region that builds images",
      body: `account: "\${1:111122223333}"
region: \${2:us-east-1}
images:
  \${3:linux-base}:
    schedule: { cron: "\${4:0 4 ? * SUN *}", timezone: \${5:Etc/UTC} }
`,
    },
    {
      label: "environment of a team",
      description: "With the state in S3, a network of your own, and a key for sharing",
      body: `account: "\${1:111122223333}"
region: \${2:us-east-1}
state: { s3: { bucket: \${3:example-terraform-state}, key: \${4:dev.tfstate}, region: \${2:us-east-1} } }
network: { subnet: \${5:subnet-0a1b2c3d4e5f60718}, securityGroups: [\${6:sg-0a1b2c3d4e5f60718}] }
encryption: { create: true }
images:
  \${7:linux-base}:
    schedule: { cron: "\${8:0 4 ? * SUN *}", timezone: \${9:Etc/UTC} }
    distribute: [{ region: \${2:us-east-1}, share: { accounts: ["\${10:444455556666}"] } }]
`,
    },
  ],
  "component.schema.json": [
    {
      label: "component",
      description: "Commands that build, and commands that test",
      body: `description: \${1:Installs jq}
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: \${2:Install}
        action: \${3|ExecuteBash,ExecutePowerShell|}
        inputs:
          commands:
            - \${4:dnf install -y jq}
  - name: test
    steps:
      - name: \${5:IsInstalled}
        action: \${3|ExecuteBash,ExecutePowerShell|}
        inputs:
          commands:
            - \${6:jq --version}
`,
    },
  ],
  "workflow.schema.json": [
    {
      label: "test workflow",
      description: "Launches an instance of the new image, and runs the test phases on it",
      body: `name: \${1:test-image}
description: \${2:Runs the test phases}
schemaVersion: 1.0
steps:
  - name: LaunchTestInstance
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
  - name: RunTests
    action: ExecuteComponents
    onFailure: Abort
    inputs:
      instanceId.$: $.stepOutputs.LaunchTestInstance.instanceId
  - name: TerminateTestInstance
    action: TerminateInstance
    onFailure: Continue
    inputs:
      instanceId.$: $.stepOutputs.LaunchTestInstance.instanceId
`,
    },
  ],
};
