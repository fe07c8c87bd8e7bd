import { requireAccount } from "../../../src/operations/aws/identity";
import { fakeConnection } from "../fake-connection";

const calledBy = (Account: string) =>
  fakeConnection({ GetCallerIdentityCommand: () => ({ Account, Arn: `arn:aws:iam::${Account}:user/me` }) });

describe("the account of the credentials", () => {
  it("is that of the environment", async () => {
    expect(await requireAccount(calledBy("123456789012"), "poc")).toBe("arn:aws:iam::123456789012:user/me");
  });

  it("is refused where it is another, naming both", async () => {
    await expect(requireAccount(calledBy("999999999999"), "poc")).rejects.toThrow(
      'environment "poc" is in account 123456789012, but these credentials are for account 999999999999',
    );
  });
});
