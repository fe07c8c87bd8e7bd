const component = (says: string): string => `description: Says hello
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

const image = `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [linux/hello]
volumes:
  - size: 20
`;

const environment = (cron: string): string => `account: "123456789012"
region: us-east-1
images:
  base:
    schedule: { cron: ${cron}, start: always }
`;

/** A small project whose environment creates everything that it needs. */
export const before: Readonly<Record<string, string>> = {
  "components/linux/hello.yaml": component("hello"),
  "images/base.yaml": image,
  "environments/dev.yaml": environment("0 4 ? * SUN *"),
};

/** The small project after a change: a new version of the component and of its dependents, and an update in place. */
export const after: Readonly<Record<string, string>> = {
  ...before,
  "components/linux/hello.yaml": component("hello again"),
  "environments/dev.yaml": environment("0 5 ? * MON *"),
};
