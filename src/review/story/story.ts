import type { RecipeKind } from "../../model/recipe";
import type { TextDiff } from "../diffs/text-diff";
import type { Receiver } from "./receivers";

/** What happens to one image or container, and why. */
export interface Story {
  readonly name: string;
  readonly kind: RecipeKind;
  /**
   * `new` · `rebuilt`: a new version of its recipe · `follows`: the image that it stands on is rebuilt · `changed`: how or when it is built, or
   * who gets it · `removed` · `same`
   */
  readonly fate: "new" | "rebuilt" | "follows" | "changed" | "removed" | "same";
  readonly versionBefore?: string;
  readonly versionAfter?: string;
  readonly reasons: readonly string[];
  /** Whether Terraform builds it while it applies. */
  readonly builtByApply: boolean;
  /** When a pipeline builds it next, in words. */
  readonly next?: string;
  /** Who gets it, in words. */
  readonly received?: string;
  /** What its channels do, in words; absent where there are none, or nothing happens to it. */
  readonly channels?: string;
  readonly receivers: readonly Receiver[];
  readonly standsOn?: string;
  /** Addresses of all that this story tells of; nothing else has to be said of their versions. */
  readonly addresses: readonly string[];
  /** Where the files of the project define it: `images/web.yaml:1`. Absent where it is not known. */
  readonly definedAt?: string;
}

/** A document, workflow, Dockerfile or user data whose text has changed. */
export interface DocumentChange {
  readonly kind: "component" | "workflow" | "Dockerfile" | "user data";
  /** As the user names it, where the plan tells: `linux/web-server`. */
  readonly name: string;
  readonly versionBefore?: string;
  readonly versionAfter?: string;
  readonly address: string;
  /** Its file, as `definedAt` of a story. */
  readonly definedAt?: string;
  readonly diff: TextDiff;
}
