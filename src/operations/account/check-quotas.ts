import { GetAccountSummaryCommand } from "@aws-sdk/client-iam";

import { defaultQuotas } from "../../aws/quotas";
import type { AccountCheck } from "./account-check";

/**
 * Checks that the account has the raised IAM quota that the environment names. The quotas of Image Builder are not checked here: the dry
 * run of a recipe fails if they are exceeded. Source: IAM API Reference, GetAccountSummary: AttachedPoliciesPerRoleQuota.
 */
export async function checkQuotas({ connection, environment, inEnvironment }: AccountCheck): Promise<void> {
  const { managedPoliciesPerRole: counted } = environment.value.quotas;
  if (counted <= defaultQuotas.managedPoliciesPerRole) return;
  const { SummaryMap: summary = {} } = await connection.iam.send(new GetAccountSummaryCommand({}));
  const quota = summary.AttachedPoliciesPerRoleQuota;
  if (quota !== undefined && quota < counted)
    inEnvironment(["quotas", "managedPoliciesPerRole"], {
      code: "account-quota-lower",
      message: `account ${connection.place.account} allows ${quota} managed policies a role, not ${counted}`,
      fix: `write ${quota}, or ask for a raise: Service Quotas, AWS Identity and Access Management`,
    });
}
