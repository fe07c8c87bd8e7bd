import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey as KmsKeyResource } from "@cdktf/provider-aws/lib/kms-key";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Construct } from "constructs";

import type { Place } from "../aws/place";
import type { CreatedKeys } from "../factory/image-factory";
import { keyPolicy } from "./key-policy";
import { literal } from "./terraform-literal";

export interface KmsKeyProps {
  readonly keys: CreatedKeys;
  /** Partition and account of the key, and the region it is in. */
  readonly place: Place;
  /** Name in Terraform. Default: `images-` and the region. */
  readonly address?: string;
  /** Provider of the key's region, where that is not the stack's. */
  readonly provider?: AwsProvider;
}

/**
 * The key of volumes and AMIs in one region, rotated every year, with its alias.
 *
 * Each region has a key of its own: a snapshot that is copied is encrypted anew with a key of the target region, and the accounts that use
 * the AMI need the keys of both.
 * Source: Image Builder User Guide, "Set up cross-account AMI distribution".
 */
export class KmsKey extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    { keys, place, provider, address = `images-${place.region}` }: KmsKeyProps,
  ) {
    super(scope, id);
    const key = new KmsKeyResource(this, "resource", {
      provider,
      description: "Volumes and snapshots of golden images",
      enableKeyRotation: true,
      deletionWindowInDays: keys.deletionDays,
      policy: keyPolicy(keys, place),
    });
    key.overrideLogicalId(address);

    const alias = new KmsAlias(this, "alias", {
      provider,
      name: literal(`alias/${keys.alias}`),
      targetKeyId: key.keyId,
    });
    alias.overrideLogicalId(address);
    this.arn = key.arn;
  }
}
