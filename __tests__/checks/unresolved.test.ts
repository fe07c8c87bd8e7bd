import { check } from "../helpers/valid-project";

/** All that is found, with its message: rules that need what cannot be known say nothing. */
async function said(files: Readonly<Record<string, string>>): Promise<string[]> {
  const problems = await check(files);
  return problems.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`);
}

const image = (parent: string) => `parent: ${parent}
workingDirectory: /build
removeSsmAgent: false
userData: |
  #!/bin/bash
  touch /build/perform_cleanup
components:
  - aws: update-linux
volumes:
  - size: 4
  - { size: 200, type: st1, device: /dev/sdb }
`;

const environment = `account: "123456789012"
region: us-east-1
encryption: { create: true }
build: { instanceTypes: [m6i.large, m7g.large, mac2.metal] }
images:
  base:
    schedule: manual
    distribute:
      - region: us-east-1
        share: { accounts: ["111122223333"] }
        launchTemplates: [{ id: lt-0123456789abcdef0, account: "111122223333" }]
        fastLaunch: [{ snapshots: 5 }]
        export: { bucket: disk-images, format: VMDK }
lifecycle:
  old: { tags: { stage: test }, rules: [{ action: delete, keep: 5 }] }
`;

const consumer = `account: "111122223333"
region: us-east-1
consumer:
  keyUsers: [arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling]
  from:
    dev: { images: { base: { launchTemplate: { instanceType: m7g.large } } } }
`;

describe("an image whose parent is not known", () => {
  it.each([
    ["is missing", "{ image: gone }"],
    ["is in a loop", "{ image: base }"],
    ["has no platform", "{ ssm: /images/base }"],
  ])("as it %s, is told of that, and of what is wrong whatever it is", async (_title, parent) => {
    const files = {
      "images/base.yaml": image(parent),
      "environments/dev.yaml": environment,
      "environments/team.yaml": consumer,
    };
    expect(await said(files)).toMatchSnapshot();
  });
});

describe("what an environment names and nothing has", () => {
  it("is told once for each", async () => {
    const files = {
      "containers/web.yaml": `parent: { container: gone }
dockerfile: web.Dockerfile
components: [linux/gone, aws: update-linux]
workflows: [test/gone]
instance: { volumes: [{ size: 20 }, { device: /dev/sdb }] }
`,
      "environments/dev.yaml": `account: "123456789012"
region: us-east-1
executionRole: { create: true }
lifecycleRole: { create: true }
components: { linux/missing: { name: missing } }
workflows: { test/missing: { name: missing } }
images:
  gone:
    schedule: { cron: 0 4 ? * SUN *, start: on-updates }
    scan: true
    distribute: shared
    pipelines: { weekly: { schedule: manual, workflows: [test/gone], distribute: other } }
containers:
  web: { schedule: manual, distribute: [{ region: us-east-1, repository: none, tags: [a] }] }
  app: { schedule: manual, scan: true }
lifecycle:
  old: { images: [missing], rules: [{ action: delete, keep: 5 }] }
  older: { containers: [app, missing], rules: [{ action: delete, keep: 5 }] }
`,
      "environments/team.yaml": `account: "111122223333"
region: us-east-1
consumer:
  from:
    none: { images: { base: { launchTemplate: { channel: stable } } } }
    dev: { images: { base: { launchTemplate: { channel: stable } } } }
`,
    };
    expect(await said(files)).toMatchSnapshot();
  });
});
