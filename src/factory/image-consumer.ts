import type { State } from "../definitions/schema/state";
import type { Place } from "./arn";
import type { Tags } from "./tags";

/** All that an account needs to receive images of others, resolved. */
export interface ImageConsumer {
  readonly environment: string;
  readonly place: Place;
  readonly providerVersion: string;
  /** Its own, beside that of what the environment builds. */
  readonly state: State;
  readonly tags: Tags;
  /** Accounts that build; absent where another environment makes the role of this account. */
  readonly distributionRole?: {
    readonly builders: readonly string[];
    /** ARNs of keys: of the snapshots that come, and of the copies made of them. */
    readonly kmsKeys: readonly string[];
    /** Whether Image Builder sets AMIs of launch templates here. */
    readonly launchTemplates: boolean;
    /** Whether Image Builder writes SSM parameters here. */
    readonly ssmParameters: readonly string[];
  };
  readonly grants: readonly { readonly kmsKey: string; readonly grantee: string }[];
  readonly launchTemplates: readonly LaunchTemplate[];
}

/** A launch template whose AMI Image Builder sets. */
export interface LaunchTemplate {
  /** Of the image, unique in the stack. */
  readonly image: string;
  readonly name: string;
  readonly instanceType?: string;
  readonly securityGroups: readonly string[];
  /** Name of an instance profile. */
  readonly instanceProfile?: string;
  readonly tags: Tags;
}
