import { GetAccountSummaryCommand } from "@aws-sdk/client-iam";

import { defaultQuotas } from "../../aws/quotas";
import type { AccountCheck } from "./account-check";

/**
 * A raised quota that the environment counts on has been raised. IAM tells its own; of those of Image Builder the dry run of a recipe is the verdict.
 * Source: IAM API Reference, GetAccountSummary: AttachedPoliciesPerRoleQuota.
 */
export async function checkQuotas({ connection, environment, inEnvironment }: AccountCheck): Promise<void> {
  const { managedPoliciesPerRole: counted } = environment.value.quotas;
  if (counted <= defaultQuotas.managedPoliciesPerRole) return;
  const { SummaryMap: summary = {} } = await connection.iam.send(new GetAccountSummaryCommand({}));
  const quota = summary.AttachedPoliciesPerRoleQuota ?? defaultQuotas.managedPoliciesPerRole;
  if (quota < counted)
    inEnvironment(["quotas", "managedPoliciesPerRole"], {
      code: "account-quota-lower",
      message: `account ${connection.place.account} allows ${quota} managed policies a role, not ${counted}`,
      fix: `write ${quota}, or ask for a raise: Service Quotas, AWS Identity and Access Management`,
    });
}
