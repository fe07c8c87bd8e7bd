import { withCredentialHelp } from "../../../src/cli/plans/credential-faults";
import { environmentText } from "../../../src/definitions/example-texts";
import { UserError } from "../../../src/files/user-error";
import { TerraformError } from "../../../src/terraform/run-terraform";
import { projectFolder } from "../../helpers/project-folder";

/** As Terraform 1.11 and version 5.100.0 of the AWS provider say it. */
const failed = (summary: string, detail = "") =>
  new TerraformError("terraform plan", 1, [{ severity: "error", summary, detail }]);

const ofPoc = { root: projectFolder({ "environments/poc.yaml": environmentText() }), stack: "poc" };

const helpFor = async (error: unknown, of = ofPoc): Promise<string> => {
  const helped = await withCredentialHelp(error, of);
  expect(helped).toBeInstanceOf(UserError);
  return (helped as UserError).message.split("\n").at(-1) ?? "";
};

describe("a failure that comes of the credentials", () => {
  it("names the account that they are of, and the file that names another", async () => {
    const error = failed("AWS account ID not allowed: 123456789012");
    expect(await helpFor(error)).toBe(
      "The credentials are those of account 123456789012. Use credentials of the account that environments/poc.yaml names, for example by AWS_PROFILE.",
    );
    expect(((await withCredentialHelp(error, ofPoc)) as UserError).message).toContain(error.message);
  });

  it("names the file of an environment whose name ends like that of a consumer's stack", async () => {
    const team = { "environments/team-consumer.yaml": environmentText() };
    const error = failed("AWS account ID not allowed: 123456789012");
    expect(await helpFor(error, { root: projectFolder(team), stack: "team-consumer" })).toContain(
      "the account that environments/team-consumer.yaml names",
    );
  });

  it("says how to give some where there are none", async () => {
    expect(await helpFor(failed("No valid credential sources found"))).toBe(
      "There are no AWS credentials. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. To try it without an account: npm run demo",
    );
  });

  it.each([
    "api error ExpiredToken: The security token included in the request is expired",
    "the SSO session has expired or is invalid: token has expired",
  ])("says that they have expired: %s", async (detail) => {
    expect(await helpFor(failed("validating provider credentials", detail))).toBe(
      'The credentials have expired. Sign in again, for example with "aws sso login".',
    );
  });

  it.each([failed("Error acquiring the state lock"), new Error("account ID not allowed: 123456789012")])(
    "leaves any other failure as it is: %s",
    async (error) => {
      expect(await withCredentialHelp(error, ofPoc)).toBe(error);
    },
  );
});
