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
  /** Partition, account and region of the key. */
  readonly place: Place;
  /** Name in Terraform. Default: `images-<region>`. */
  readonly address?: string;
  /** Provider of the key's region. Default: the provider of the stack. */
  readonly provider?: AwsProvider;
}

/**
 * The KMS key of volumes and AMIs in a region, with yearly rotation and an alias.
 *
 * Each region needs its own key: a copied snapshot is encrypted again with a key of the target region, and accounts that use the AMI need both
 * keys.
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
