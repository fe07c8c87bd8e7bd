import type { Place } from "../../../src/aws/place";
import type { Fields } from "../fields";
import type { Resource, Store } from "../store";
import type { BuildSettings } from "./build-settings";
import type { World } from "./world";

/** What builds of one region work with. */
export interface Site {
  readonly place: Place;
  readonly store: Store;
  readonly world: World;
  readonly now: () => Date;
  readonly settings: BuildSettings;
}

/** Source: API type ImageState. */
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

/** A build that has ended, as other services are told of it. */
export interface EndedBuild {
  readonly site: Site;
  readonly image: Resource;
  readonly status: ImageStatus;
  readonly infrastructure: Fields;
}
