import { App, TerraformStack, Testing } from "cdktf";

import { DocumentBucket } from "../../src/constructs/document-bucket";
import { environmentSchema } from "../../src/definitions/schema/environment";
import type { ServiceRole } from "../../src/definitions/schema/lifecycle";
import type { BuildSettings } from "../../src/factory/build-settings";
import type { ImageFactory } from "../../src/factory/image-factory";
import type { Infrastructure } from "../../src/factory/infrastructure";
import { namesOf } from "../../src/factory/names";
import type { ImagePipeline } from "../../src/factory/pipeline";

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** Returns the resources that constructs create in a separate stack, by type and name, without CDKTF's comments. */
export function resourcesOf(build: (stack: TerraformStack) => void): Resources {
  return stackOf(build).resource;
}

/** Returns the resources and data sources that constructs create in a separate stack, by type and name, without CDKTF's comments. */
export function stackOf(build: (stack: TerraformStack) => void): {
  readonly resource: Resources;
  readonly data: Resources;
} {
  const stack = new TerraformStack(Testing.stubVersion(new App({ stackTraces: false })), "stack");
  build(stack);
  const { resource = {}, data = {} } = JSON.parse(Testing.synth(stack)) as { resource?: Resources; data?: Resources };
  return JSON.parse(JSON.stringify({ resource, data }), (key, value: unknown) =>
    key === "//" ? undefined : value,
  ) as {
    resource: Resources;
    data: Resources;
  };
}

/** Creates a bucket for documents in the stack. */
export function documentBucketIn(stack: TerraformStack, inline = false): DocumentBucket {
  return new DocumentBucket(stack, "documents", {
    bucket: { name: "documents", create: true, inline },
    partition: "aws",
  });
}

/** An empty factory as a base for tests. */
export const emptyFactory: ImageFactory = {
  environment: "test",
  stack: "test",
  place: { partition: "aws", region: "us-east-1", account: "123456789012" },
  providerVersion: "~> 5.100",
  state: { type: "local", file: "state/test.tfstate" },
  tags: {},
  documentBucket: { name: "ec2imagebuilder-123456789012-us-east-1", create: true },
  build: {
    instanceProfile: {
      create: true,
      policies: [],
      read: [],
      write: [],
      path: "/",
      statements: [],
      trust: [],
      roleTags: {},
    },
  },
  names: namesOf(environmentSchema.parse({ account: "123456789012", region: "us-east-1" })),
  components: [],
  workflows: [],
  images: [],
  containers: [],
  lifecyclePolicies: [],
  activateInspector: false,
  channels: [],
  created: new Map(),
  retention: { emptied: false, preventDestroy: false },
};

/** Default infrastructure as a base for tests. */
export const emptyInfrastructure: Infrastructure = {
  id: "build",
  tags: {},
  name: "build",
  terminateOnFailure: true,
  placement: { tenancy: "default" },
  metadata: { tokens: "required", hopLimit: 1 },
  inDefaultVpc: false,
  instanceTags: {},
};

/** Default build settings as a base for tests. */
export const emptySettings: BuildSettings<never> = {
  infrastructure: emptyInfrastructure,
  distribution: { id: "base", name: "base", tags: {}, targets: [] },
  tests: { enabled: true, timeoutMinutes: 720 },
  enhancedMetadata: true,
  scanning: { enabled: false },
  workflows: [],
  needsExecutionRole: false,
};

/** A pipeline with default settings as a base for tests. */
export const emptyPipeline: ImagePipeline<never> = { id: "base", name: "base", tags: {}, settings: emptySettings };

/** Default settings of a created role. */
export const plainRole: Pick<ServiceRole, "path" | "statements" | "trust" | "roleTags"> = {
  path: "/",
  statements: [],
  trust: [],
  roleTags: {},
};
