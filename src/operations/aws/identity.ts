import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";

import { UserError } from "../../files/user-error";
import { complete } from "./complete";
import type { Connection } from "./connection";

/**
 * Checks that the credentials belong to the account of the environment. Called before any other request.
 *
 * @returns the ARN of the caller
 * @throws UserError if the accounts differ; the message names both
 */
export async function requireAccount({ sts, place }: Connection, environment: string): Promise<string> {
  const identity = await sts.send(new GetCallerIdentityCommand({}));
  const { Account: account, Arn: arn } = complete(identity, "Account", "Arn");
  if (account !== place.account)
    throw new UserError(
      `environment "${environment}" is in account ${place.account}, but these credentials are for account ${account} (${arn}); nothing was done. Use credentials of ${place.account}, or name a role or profile under "deployment:" in environments/${environment}.yaml`,
    );
  return arn;
}
