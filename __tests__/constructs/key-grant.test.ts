import { KeyGrant } from "../../src/constructs/key-grant";
import { resourcesOf } from "../helpers/synthesised";

test("it lets the role do what Auto Scaling needs with a key of another account", () => {
  const grant = {
    id: "launcher-1",
    kmsKey: "arn:aws:kms:us-east-1:123456789012:key/1",
    grantee: "arn:aws:iam::111122223333:role/launcher",
  };
  const resources = resourcesOf((stack) => new KeyGrant(stack, "grant", { grant }));
  expect(resources.aws_kms_grant?.["launcher-1"]).toEqual({
    key_id: grant.kmsKey,
    grantee_principal: grant.grantee,
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
});
