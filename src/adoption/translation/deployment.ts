import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import { textAt } from "../../review/plan/value";
import { blockOf, type TerraformCode } from "../code/terraform-code";
import type { EnvironmentDraft } from "./draft";

/** As whom the old code deploys. */
export function deploymentOf({ provider }: TerraformCode): EnvironmentDraft["deployment"] {
  const role = blockOf(provider, "assume_role");
  const arn = textAt(role, "role_arn");
  const assumed = { externalId: textAt(role, "external_id"), sessionName: textAt(role, "session_name") };
  return nonEmptyMap(
    withoutUndefined({
      profile: textAt(provider, "profile"),
      role: arn === undefined ? undefined : withoutUndefined({ arn, ...assumed }),
    }),
  );
}
