import { check } from "../../helpers/valid-project";

const container = (parent: string, more = "") =>
  `parent: ${parent}\ncomponents: [{ aws: update-${parent.includes("Windows") ? "windows" : "linux"} }]\n${more}`;

async function found(text: string): Promise<string[]> {
  const problems = await check({ "containers/web.yaml": text });
  return problems.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`);
}

test.each([
  "amazonlinux:2023",
  "library/amazonlinux",
  "docker.io/library/amazonlinux:2023",
  "public.ecr.aws/amazonlinux/amazonlinux:2023",
  "123456789012.dkr.ecr.us-east-1.amazonaws.com/base:1.0",
  "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/base",
  "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/base",
])("takes a parent of Docker Hub or Amazon ECR: %s", async (image) => {
  expect(await found(container(`{ image: "${image}" }`))).toEqual([]);
});

test.each([
  "quay.io/centos/centos:stream9",
  "ghcr.io/owner/base",
  "registry.example.com:5000/base:1.0",
  "mcr.microsoft.com/cbl-mariner/base/core:2.0",
])("warns of a parent of another registry: %s", async (image) => {
  expect(await found(container(`{ image: "${image}" }`))).toEqual(["warning container-registry 1:18"]);
});

test("refuses a Windows container on an image of a registry, and takes one by its ARN", async () => {
  const onRegistry = container('{ image: "mcr.microsoft.com/windows/servercore:ltsc2022", platform: Windows }');
  expect(await found(onRegistry)).toEqual(["error container-windows-parent 1:18"]);
  const arn = "arn:aws:imagebuilder:us-east-1:123456789012:image/windows-core/x.x.x";
  expect(await found(container(`{ arn: "${arn}", platform: Windows }`))).toEqual([]);
});

describe("the root device of the instance that builds a container", () => {
  const volume = (instance: string) => container("{ image: amazonlinux }", `instance: ${instance}\n`);

  test.each([
    ["{ volumes: [{ size: 50 }] }", []],
    ["{ volumes: [{ size: 50, device: xvda }] }", []],
    ["{ volumes: [{ size: 50, device: /dev/sdf }] }", []],
    ["{ volumes: [{ size: 50, device: /dev/sda1 }] }", ["warning container-root-device 3:43"]],
    ["{ rootDevice: /dev/sda1, volumes: [{ size: 50 }] }", ["warning container-root-device 3:25"]],
    ["{ amis: { us-east-1: ami-0123abcd }, rootDevice: /dev/sda1, volumes: [{ size: 50 }] }", []],
  ])("is that of the ECS-optimized AMI, but for an AMI of one's own: %s", async (instance, problems) => {
    expect(await found(volume(instance))).toEqual(problems);
  });
});
