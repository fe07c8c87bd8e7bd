import type { RecipeKind } from "../../model/recipe";
import type { TextDiff } from "../diffs/text-diff";
import type { Consumers } from "./consumers";

/** The changes of one image or container, with reasons. */
export interface Story {
  readonly name: string;
  readonly kind: RecipeKind;
  /**
   * `new` · `rebuilt`: a new version of its recipe · `follows`: its parent image is rebuilt · `changed`: its pipeline, infrastructure or
   * distribution changes · `removed` · `same`
   */
  readonly fate: "new" | "rebuilt" | "follows" | "changed" | "removed" | "same";
  readonly versionBefore?: string;
  readonly versionAfter?: string;
  readonly reasons: readonly string[];
  /** Whether Terraform builds the image during apply. */
  readonly builtByApply: boolean;
  /** Next pipeline run in words. */
  readonly next?: string;
  /** Consumers of the image in words. */
  readonly received?: string;
  /** Effect on channels in words; undefined if there are no channels or the image is not rebuilt, new or removed. */
  readonly channels?: string;
  readonly consumers: readonly Consumers[];
  readonly standsOn?: string;
  /** Addresses of all resources whose changes this section reports. */
  readonly addresses: readonly string[];
  /** Place of the definition, such as `images/web.yaml:1`; undefined if unknown. */
  readonly definedAt?: string;
}

/** Returns the change of a version, such as `1.0.3 → 1.0.4`; undefined if the version stays or one of the two is unknown. */
export function versionStep({ versionBefore: before, versionAfter: after }: Versions): string | undefined {
  return before === undefined || after === undefined || before === after ? undefined : `${before} → ${after}`;
}

type Versions = Pick<Story, "versionBefore" | "versionAfter">;

/** A document, workflow, Dockerfile or user data whose text has changed. */
export interface DocumentChange {
  readonly kind: "component" | "workflow" | "Dockerfile" | "user data";
  /** Name in the project, such as `linux/web-server`, if the plan contains it. */
  readonly name: string;
  readonly versionBefore?: string;
  readonly versionAfter?: string;
  readonly address: string;
  /** Place of the definition; undefined if unknown. */
  readonly definedAt?: string;
  readonly diff: TextDiff;
}
