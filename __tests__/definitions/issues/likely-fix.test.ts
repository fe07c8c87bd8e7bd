import type { z } from "zod";

import { readDefinition } from "../../../src/definitions/read-definition";
import { containerSchema } from "../../../src/definitions/schema/container";
import { environmentSchema } from "../../../src/definitions/schema/environment";
import { imageSchema } from "../../../src/definitions/schema/image";

const image = "parent: { os: ubuntu-24.04, architecture: x86_64 }\ncomponents: [{ aws: update-linux }]\n";
const environment = 'account: "111122223333"\nregion: us-east-1\nimages: { base: { schedule: manual } }\n';

function fixesOf(schema: z.ZodType, text: string): string[] {
  return readDefinition("x.yaml", text, schema).problems.map(({ fix }) => fix);
}

const withParent = (parent: string) => image.replace("{ os: ubuntu-24.04, architecture: x86_64 }", parent);

describe("the fix of what was most likely meant", () => {
  it.each([
    ["ubuntu-24.04", "write parent: { os: ubuntu-24.04, architecture: x86_64 }"],
    ["ubuntu-24.04-arm64", "write parent: { os: ubuntu-24.04, architecture: arm64 }"],
    ["ubuntu-server-24-lts-arm64", "write parent: { os: ubuntu-24.04, architecture: arm64 }"],
    [
      "ami-0123456789abcdef0",
      "write parent: { amis: { us-east-1: ami-0123456789abcdef0 }, platform: Linux }, with your region",
    ],
    ["ssm:/golden/base", "write parent: { ssm: /golden/base, platform: Linux }"],
    ["/golden/base", "write parent: { ssm: /golden/base, platform: Linux }"],
    [
      "arn:aws:imagebuilder:us-east-1:aws:image/x/x.x.x",
      'write parent: { arn: "arn:aws:imagebuilder:us-east-1:aws:image/x/x.x.x", platform: Linux }',
    ],
    ["linux-base", "write parent: { image: linux-base }, if it is an image of this project"],
    ["{ os: ubuntu-24.04-aarch64 }", "write os: ubuntu-24.04, and architecture: arm64"],
    ["{ os: amazon-linux-2023-x86 }", "write os: amazon-linux-2023, and architecture: x86_64"],
    ["{ os: amazon-linux-2023, architecture: amd64 }", "write x86_64"],
    ["{ os: amazon-linux-2023, architecture: AArch64 }", "write arm64"],
  ])("of the parent %s", (parent, fix) => {
    expect(fixesOf(imageSchema, withParent(parent))).toEqual([fix]);
  });

  it("of the parent of a container", () => {
    expect(fixesOf(containerSchema, "parent: amazonlinux:2023\ncomponents: [{ aws: update-linux }]\n")).toEqual([
      'write parent: { image: "amazonlinux:2023" }',
    ]);
  });

  it.each([
    ["weekly", 'write schedule: { cron: "0 0 ? * SUN *" }'],
    ["Daily", 'write schedule: { cron: "0 0 * * ? *" }'],
    ["0 4 ? * SUN *", 'write schedule: { cron: "0 4 ? * SUN *" }'],
    ["cron(0 4 ? * SUN *)", 'write schedule: { cron: "0 4 ? * SUN *" }'],
    ["manul", 'did you mean "manual"?'],
    ["sometimes", 'write "manual", or a map: { cron: "0 4 ? * SUN *" }'],
  ])("of the schedule %s", (schedule, fix) => {
    expect(fixesOf(environmentSchema, environment.replace("manual", schedule))).toEqual([fix]);
  });

  it.each([
    ["30d", "write { days: 30 }"],
    ["2 weeks", "write { weeks: 2 }"],
    ["6m", "write { months: 6 }"],
    ["1Y", "write { years: 1 }"],
    ["soon", "write a map with days, weeks, months, years"],
  ])("of the age %s", (age, fix) => {
    const lifecycle = `lifecycle: { old: { images: [base], rules: [{ action: delete, after: ${age} }] } }\n`;
    expect(fixesOf(environmentSchema, environment + lifecycle)).toEqual([fix]);
  });
});

describe("the fix of a key that is allowed elsewhere", () => {
  it.each([
    ["backend: { s3: {} }", 'did you mean "state"?'],
    ["subnet_id: subnet-1", 'did you mean "network.subnet"?'],
    ["securityGroups: []", 'did you mean "network.securityGroups"?'],
    ["instance_types: []", 'did you mean "build.instanceTypes"?'],
    ["schedule: manual", 'did you mean "images.<name>.schedule" or "containers.<name>.schedule"?'],
    ["lifecycle: { old: { rules: [], after: { days: 30 } } }", 'did you mean "lifecycle.<name>.rules[].after"?'],
    // Near one that is allowed here.
    ["regionn: x", 'did you mean "region"?'],
  ])("in an environment: %s", (line, fix) => {
    expect(fixesOf(environmentSchema, `${environment}${line}\n`)).toContain(fix);
  });

  it.each([
    ["os: ubuntu-24.04", 'did you mean "parent.os"?'],
    ["block_device_mapping: []", 'did you mean "volumes"?'],
    ["user_data_base64: eA==", 'did you mean "userData"?'],
  ])("in an image: %s", (line, fix) => {
    expect(fixesOf(imageSchema, `${image}${line}\n`)).toEqual([fix]);
  });

  it("is the list of what is allowed, for a key that is allowed nowhere", () => {
    expect(fixesOf(imageSchema, `${image}nonsense: 1\n`)).toEqual([
      expect.stringMatching(/^remove it; allowed here: /),
    ]);
  });
});
