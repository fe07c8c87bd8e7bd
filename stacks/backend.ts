import { LocalBackend, S3Backend, type TerraformStack } from "cdktf";

import type { State } from "../src/definitions/schema/state";

/** Keeps the state of a stack where its environment says. */
export function useBackend(stack: TerraformStack, state: State): void {
  if (state.s3 === undefined) {
    new LocalBackend(stack, { path: state.local?.path ?? "terraform.tfstate" });
    return;
  }
  const { bucket, key, region, encrypt, kmsKey, lock } = state.s3;
  const backend = new S3Backend(stack, {
    bucket,
    key,
    region,
    encrypt,
    kmsKeyId: kmsKey,
    dynamodbTable: typeof lock === "object" ? lock.dynamodbTable : undefined,
  });
  // CDKTF 0.21 does not know the option yet.
  if (lock === "file") backend.addOverride("use_lockfile", true);
}
