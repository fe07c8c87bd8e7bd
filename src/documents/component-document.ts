import type { Platform } from "../aws/platform";
import type { Range } from "../problems/problem";
import type { VersionLine } from "./directives/directives";

export interface DeclaredParameter {
  readonly name: string;
  /** Default value. Without one, every recipe has to provide a value. */
  readonly default?: string;
  readonly allowedValues?: readonly string[];
}

/** An S3 location that a step reads or writes with the permissions of the build instance. */
export interface S3Access {
  readonly access: "read" | "write";
  readonly bucket: string;
  /** Object key, up to the first reference or wildcard, whose value is only known during the build. */
  readonly key: string;
  /** Whether `key` is the complete key. */
  readonly whole: boolean;
  /** Address as written, e.g. `s3://tools/agent.rpm`. */
  readonly address: string;
  readonly range: Range;
}

/** Parts of a component document (AWSTOE) that the rest of the project uses. */
export interface ComponentDocument {
  readonly kind: "component";
  readonly description?: string;
  /** Platforms that all actions of the document support. Empty if the actions contradict each other. */
  readonly platforms: readonly Platform[];
  readonly parameters: readonly DeclaredParameter[];
  readonly phases: readonly string[];
  /** S3 locations that the steps access, if the bucket name is written out. */
  readonly s3: readonly S3Access[];
  /** Names of the known actions that the steps use, without duplicates. */
  readonly actions: readonly string[];
  /** Version line from the directive `@version`. Default: the version line of the project. */
  readonly line?: VersionLine;
  /** Operating systems from the directive `@supported-os`, as in the API field CreateComponent.supportedOsVersions. Empty for any. */
  readonly supportedOsVersions: readonly string[];
}
