import { KmsGrant } from "@cdktf/provider-aws/lib/kms-grant";
import { Construct } from "constructs";

import type { KeyGrant as Settings } from "../factory/image-consumer";
import { terraformName } from "../factory/terraform-name";
import { literal } from "./terraform-literal";

export interface KeyGrantProps {
  readonly grant: Settings;
}

/**
 * A grant that allows a role to use a KMS key of another account. The policy of the key must allow this account to create grants. Service-linked
 * roles need a grant, because their permissions cannot be changed.
 *
 * Source: EC2 Auto Scaling User Guide, "Required AWS KMS key policy for use with encrypted volumes", cross-account keys.
 */
export class KeyGrant extends Construct {
  constructor(scope: Construct, id: string, { grant }: KeyGrantProps) {
    super(scope, id);
    const resource = new KmsGrant(this, "resource", {
      keyId: grant.kmsKey,
      granteePrincipal: literal(grant.grantee),
      operations: [
        "Encrypt",
        "Decrypt",
        "ReEncryptFrom",
        "ReEncryptTo",
        "GenerateDataKey",
        "GenerateDataKeyWithoutPlaintext",
        "DescribeKey",
        "CreateGrant",
      ],
    });
    resource.overrideLogicalId(terraformName(grant.id));
  }
}
