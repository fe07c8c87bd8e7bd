import { UserError } from "../../files/user-error";
import { howToRun } from "../../problems/how-to-run";
import { loadProject } from "../../project/load-project";
import { environmentOf } from "../../project/stacks";
import { TerraformError } from "../../terraform/run-terraform";
import type { StackOptions } from "./stack";

/**
 * Returns an error with advice if Terraform failed because of the AWS credentials, or else the same error.
 *
 * Source: the AWS provider's own messages, and `ExpiredToken` of the common errors of AWS's APIs.
 */
export async function withCredentialHelp(
  error: unknown,
  { root, stack }: Pick<StackOptions, "root" | "stack">,
): Promise<unknown> {
  if (!(error instanceof TerraformError)) return error;
  const help = helpFor(error.message, environmentOf(await loadProject(root), stack));
  return help === undefined ? error : new UserError(`${error.message}\n${help}`);
}

function helpFor(message: string, environment: string): string | undefined {
  const other = /account ID not allowed: (\d{12})/i.exec(message)?.[1];
  if (other !== undefined)
    return `The credentials are those of account ${other}. Use credentials of the account that environments/${environment}.yaml names, for example by AWS_PROFILE.`;
  if (/No valid credential sources/i.test(message))
    return `There are no AWS credentials. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. To try it without an account: ${howToRun("demo")}`;
  if (/ExpiredToken|token (included in the request )?(is|has) expired/i.test(message))
    return 'The credentials have expired. Sign in again, for example with "aws sso login".';
  return undefined;
}
