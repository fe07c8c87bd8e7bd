import type { Position, Range } from "../problems/problem";
import type { VersionLine } from "./directives/directives";

export const platforms = ["Linux", "Windows", "macOS"] as const;

/** API field CreateComponent.platform. */
export type Platform = (typeof platforms)[number];

export interface DeclaredParameter {
  readonly name: string;
  /** As written; `string` in all but the oddest documents. */
  readonly type: string;
  /** Without one, every recipe has to give a value. */
  readonly default?: string;
  readonly description?: string;
  readonly allowedValues?: readonly string[];
  /** Place of the name. */
  readonly position: Position;
}

/** A place in S3 that a step reads or writes with the permissions of the build instance. */
export interface S3Access {
  readonly access: "read" | "write";
  readonly bucket: string;
  /** The key, up to the first part of it that is not known before the build: a reference or a wildcard. */
  readonly key: string;
  /** Whether that is all of the key. */
  readonly whole: boolean;
  /** As it is written, e.g. `s3://tools/agent.rpm`. */
  readonly address: string;
  readonly range: Range;
}

/** What other parts need to know of a component document (AWSTOE). */
export interface ComponentDocument {
  readonly kind: "component";
  readonly name?: string;
  readonly description?: string;
  /** Those that all of its actions run on; none where the actions contradict each other. */
  readonly platforms: readonly Platform[];
  readonly parameters: readonly DeclaredParameter[];
  readonly phases: readonly string[];
  /** Where the steps go in S3, as far as the bucket is written out. */
  readonly s3: readonly S3Access[];
  /** The known ones among those of all steps, each once. */
  readonly actions: readonly string[];
  /** `TEST` for a document whose only phase is `test`: the rule by which Image Builder sets a component's type. */
  readonly type: "BUILD" | "TEST";
  /** Version line from the directive `@version`. Default: that of the project. */
  readonly line?: VersionLine;
  /** Operating systems from the directive `@supported-os`, as API field CreateComponent.supportedOsVersions takes them; empty for any. */
  readonly supportedOsVersions: readonly string[];
  readonly text: string;
}
