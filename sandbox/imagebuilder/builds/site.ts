import type { Place } from "../../../src/aws/place";
import type { Fields } from "../fields";
import type { Resource, Store } from "../store";
import type { BuildSettings } from "./build-settings";
import type { World } from "./world";

/** The parts of the sandbox that builds of one region use. */
export interface Site {
  readonly place: Place;
  readonly store: Store;
  readonly world: World;
  readonly now: () => Date;
  readonly settings: BuildSettings;
}

/** Status of an image. Source: API type ImageState. */
export type ImageStatus =
  | "PENDING"
  | "CREATING"
  | "BUILDING"
  | "TESTING"
  | "DISTRIBUTING"
  | "INTEGRATING"
  | "AVAILABLE"
  | "FAILED"
  | "CANCELLED";

/** A build that has ended, as far as its notifications need it. */
export interface EndedBuild {
  readonly site: Site;
  readonly image: Resource;
  readonly status: ImageStatus;
  readonly infrastructure: Fields;
}
