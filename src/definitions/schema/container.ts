import { z } from "zod";

import { amiIdPattern, amiIdShape } from "../../aws/ami-id";
import { maxText } from "../../aws/limits";
import type { ContainerParent } from "../../model/parent";
import { architecture, arn, description, kmsKeyArn, name, tags } from "./common";
import { components } from "./components";
import { exactlyOne, noneGiven } from "./exactly-one";
import { amiLookUp } from "./look-up";
import { enhancedMetadata, tests, versionLine, workingDirectory } from "./recipe";
import { device, volume } from "./volume";
import { workflows } from "./workflows";

const writtenParent = z
  .strictObject({
    image: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9._-]*(:\d+(?=\/))?(\/[a-z0-9][a-z0-9._-]*)*(:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$/,
        "a container image: [registry/]repository[:tag] or …@sha256:digest",
      )
      .max(maxText)
      .optional()
      .describe(
        "A container image of Docker Hub or Amazon ECR, e.g. amazonlinux:2023; not for Windows, which takes `arn` or `container`.",
      ),
    container: name.optional().describe("Another container of this project; its newest build is the parent."),
    arn: arn.optional().describe("The ARN of any container image of Image Builder, with x.x.x for its newest version."),
    platform: z.enum(["Linux", "Windows"]).default("Linux").describe("Platform of the container."),
    architecture: architecture
      .optional()
      .describe("Used to check instance types. Default: what `container` says, else not known."),
  })
  .superRefine(exactlyOne("image", "container", "arn"));

function containerParent({ image, container, arn: given, ...said }: z.output<typeof writtenParent>): ContainerParent {
  if (image !== undefined) return { from: "registry", image, ...said };
  if (container !== undefined) return { from: "project", name: container, ...said };
  if (given !== undefined) return { from: "arn", arn: given, ...said };
  return noneGiven();
}

const instance = z
  .strictObject({
    amis: z
      .record(z.string(), z.string().regex(amiIdPattern, amiIdShape))
      .optional()
      .describe("AMI of the instance that builds and tests, by region. Default: one of Amazon ECS, which has Docker."),
    ami: amiLookUp
      .optional()
      .describe(
        "The newest such AMI that fits when Terraform plans, in place of `amis`; the recipe takes it when it gets a version. Default: none.",
      ),
    volumes: z.array(volume).default([]).describe("Volumes of that instance. Default: those of its AMI."),
    rootDevice: device
      .optional()
      .describe("Device of a volume that names none. Default: `/dev/xvda`, on Windows `/dev/sda1`."),
  })
  .refine(({ amis, ami }) => amis === undefined || ami === undefined, {
    message: '"amis" and "ami" exclude each other',
    params: { fix: "remove one of the two" },
  });

/** Schema of containers/<name>.yaml: a container image to build. */
export const containerSchema = z.strictObject({
  description: description
    .optional()
    .describe("What the container is for, on its recipe and pipeline; 1 to 1024 characters. Default: none."),
  version: versionLine,
  parent: writtenParent
    .describe("What the container is built from: exactly one of `image`, `container` and `arn`.")
    .transform(containerParent),
  components,
  dockerfile: z
    .string()
    .regex(/^(?![/~\\]|[A-Za-z]:)(?!.*(^|\/)\.\.(\/|$))/, "a path within the project folder")
    .optional()
    .describe(
      "Path of the Dockerfile template, relative to the project folder. It contains {{{ imagebuilder:parentImage }}}, {{{ imagebuilder:environments }}} and {{{ imagebuilder:components }}}. Default: one that holds these three and no more.",
    ),
  instance: instance.prefault({}).describe("The instance on which the container is built and tested."),
  kmsKey: kmsKeyArn.optional().describe("KMS key of the Dockerfile template. Default: a key that AWS owns."),
  workingDirectory,
  tests,
  enhancedMetadata,
  workflows,
  tags: tags.default({}).describe("Tags of the recipe and the pipeline."),
});

export type ContainerDefinition = z.output<typeof containerSchema>;
