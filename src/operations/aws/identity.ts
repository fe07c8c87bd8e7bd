import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";

import { UserError } from "../../files/user-error";
import type { Connection } from "./connection";

/**
 * Sees to it that the credentials are of the account that the environment names, before anything else is asked.
 *
 * @returns the ARN of whoever calls
 * @throws UserError naming both accounts
 */
export async function requireAccount({ sts, place }: Connection, environment: string): Promise<string> {
  const { Account: account = "", Arn: arn = "" } = await sts.send(new GetCallerIdentityCommand({}));
  if (account !== place.account)
    throw new UserError(
      `environment "${environment}" is in account ${place.account}, but these credentials are for account ${account} (${arn}); nothing was done. Use credentials of ${place.account}, or name a role or profile under "deployment:" in environments/${environment}.yaml`,
    );
  return arn;
}
