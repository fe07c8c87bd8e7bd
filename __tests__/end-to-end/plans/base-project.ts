const component = (says: string) => `description: Says ${says}
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Say
        action: ExecuteBash
        timeoutSeconds: 60
        inputs:
          commands:
            - echo ${says}
`;

/** A small project with one of each resource that a change can remove or weaken. */
export const baseProject: Readonly<Record<string, string>> = {
  "components/linux/shared.yaml": component("shared"),
  "components/linux/base.yaml": component("base"),
  "components/linux/web.yaml": component("web"),
  "workflows/test/smoke.yaml": `name: smoke
description: Boots the image once.
schemaVersion: 1.0
parameters:
  - name: Health
    type: string
    default: RUNNING
    description: State of the instance to wait for.
steps:
  - name: Launch
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
      healthCheck.$: $.parameters.Health
  - name: Terminate
    action: TerminateInstance
    onFailure: Continue
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
`,
  "containers/app.Dockerfile": `FROM {{{ imagebuilder:parentImage }}}
{{{ imagebuilder:environments }}}
{{{ imagebuilder:components }}}
RUN echo one
`,
  "containers/app.yaml": `parent: { image: public.ecr.aws/amazonlinux/amazonlinux:2023, platform: Linux, architecture: x86_64 }
components: [linux/web]
dockerfile: containers/app.Dockerfile
`,
  "images/base.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [linux/shared, linux/base]
volumes:
  - size: 20
`,
  "images/web.yaml": `parent: { image: base }
components: [linux/shared, linux/web]
volumes:
  - size: 30
    encrypted: true
userData: |
  #!/bin/bash
  mkdir -p /var/tmp && touch /var/tmp/perform_cleanup
  echo started
workflows:
  - aws: build-image
  - workflow: test/smoke
`,
  "images/tool.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [linux/base]
`,
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
providerVersion: "~> 5.100"
network: { subnet: subnet-11111111, securityGroups: [sg-11111111] }
allowPublicImages: false
documents: { create: true }
tags: { team: platform }
encryption:
  create: true
  deletionDays: 30
  users: [arn:aws:iam::123456789012:role/launcher]
build:
  instanceProfile: { create: true }
  logs: { create: true, expireDays: 90 }
  logGroups: { retentionDays: 90 }
  topic: { create: true }
  metadata: { tokens: required }
images:
  base:
    schedule: { cron: 0 4 ? * SUN *, timezone: Europe/Berlin, start: always }
    buildOnDeploy: true
    distribute:
      - region: us-east-1
        share: { accounts: ["111122223333", "444455556666"] }
      - region: eu-central-1
  web:
    schedule: { cron: 0 6 ? * SUN *, timezone: Europe/Berlin, start: on-updates }
    distribute: [{ region: us-east-1 }, { region: eu-central-1 }] # web
containers:
  app:
    schedule: { cron: 0 5 ? * MON * }
    repository: { create: true, keep: 20 }
lifecycle:
  slow:
    images: [base]
    rules:
      - { action: deprecate, after: { days: 30 } }
  fast:
    images: [base, web]
    rules:
      - { action: delete, after: { days: 60 } }
`,
};

/** A minimal project with `onRemoval: destroy`, whose removed resources are destroyed instead of forgotten. */
export const baseDisposable: Readonly<Record<string, string>> = {
  "components/linux/base.yaml": component("base"),
  "containers/app.Dockerfile": `FROM {{{ imagebuilder:parentImage }}}
{{{ imagebuilder:environments }}}
{{{ imagebuilder:components }}}
`,
  "containers/app.yaml": `parent: { image: public.ecr.aws/amazonlinux/amazonlinux:2023, platform: Linux, architecture: x86_64 }
components: [linux/base]
dockerfile: containers/app.Dockerfile
`,
  "images/base.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [linux/base]
`,
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
providerVersion: "~> 5.100"
onRemoval: destroy
build:
  topic: { create: true }
  metadata: { tokens: required }
images:
  base: { schedule: manual }
containers:
  app:
    schedule: manual
    repository: { create: true, keep: 20 }
`,
};

/** A project whose parent Terraform looks up during plan. */
export const baseLookingUp: Readonly<Record<string, string>> = {
  "components/linux/base.yaml": component("base"),
  "images/base.yaml": `parent: { ami: { owners: [self], name: corporate-* }, platform: Linux, architecture: x86_64 }
components: [linux/base]
`,
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
providerVersion: "~> 5.100"
build:
  metadata: { tokens: required }
images:
  base: { schedule: manual }
`,
};
