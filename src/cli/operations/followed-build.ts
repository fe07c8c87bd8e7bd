import type { Built } from "../../factory/built";
import type { FollowEnd } from "../../operations/builds/follow-build";

/** A build that is followed, or was started. */
export interface FollowedBuild {
  readonly built: Built;
  readonly arn: string;
  readonly end?: FollowEnd;
}
