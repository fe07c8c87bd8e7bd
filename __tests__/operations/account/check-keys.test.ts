import { serviceError } from "../fake-connection";
import { asked } from "./asked";

const key = "arn:aws:kms:us-east-1:123456789012:key/1b2c3d4e-5f60-7182-93a4-b5c6d7e8f90a";
const elsewhere = key.replace("123456789012", "999988887777");

async function keyed(KeyMetadata: object | Error, arn = key) {
  const regions: string[] = [];
  const { found, problems } = await asked({
    environment: `encryption: { kmsKey: "${arn}" }\n`,
    answers: {
      DescribeKeyCommand: ({ KeyId }, region) => {
        expect(KeyId).toBe(arn);
        regions.push(region);
        if (KeyMetadata instanceof Error) throw KeyMetadata;
        return { KeyMetadata };
      },
    },
  });
  return { found, message: problems[0]?.message, regions };
}
const usable = { KeyState: "Enabled", KeyUsage: "ENCRYPT_DECRYPT", KeySpec: "SYMMETRIC_DEFAULT" };

describe("a KMS key that the environment names", () => {
  it("is there and can be used, looked at in its own region", async () => {
    expect(await keyed(usable)).toEqual({ found: [], message: undefined, regions: ["us-east-1"] });
  });

  it("is missing", async () => {
    const { found } = await keyed(serviceError("NotFoundException", 400));
    expect(found).toEqual(["environments/dev.yaml:3 account-key-missing"]);
  });

  it.each([
    [{ KeyState: "PendingDeletion" }, "is PendingDeletion, so nothing can be encrypted with it"],
    [{ KeyState: "Disabled" }, "is Disabled, so nothing can be encrypted with it"],
    [{ KeyUsage: "SIGN_VERIFY", KeySpec: "RSA_2048" }, "is for SIGN_VERIFY, not for encryption"],
    [{ KeySpec: "RSA_4096" }, "is not symmetric, but RSA_4096"],
  ])("cannot be used: %j", async (differs, why) => {
    const { found, message } = await keyed({ ...usable, ...differs });
    expect(found).toEqual(["environments/dev.yaml:3 account-key-unusable"]);
    expect(message).toBe(`KMS key "${key}" ${why}`);
  });

  it("may keep itself from being looked at where it is of another account, and only there", async () => {
    const denied = serviceError("AccessDeniedException", 400);
    expect((await keyed(denied, elsewhere)).found).toEqual([]);
    await expect(keyed(denied)).rejects.toThrow("said by AWS");
  });
});

test("the key of a volume of an image is reported where the image says it", async () => {
  const { found } = await asked({
    image: `volumes:\n  - { device: /dev/xvdb, size: 20, kmsKey: "${key}", encrypted: true }\n`,
    answers: {
      DescribeKeyCommand: () => {
        throw serviceError("NotFoundException", 400);
      },
    },
  });
  expect(found).toEqual(["images/base.yaml:4 account-key-missing"]);
});

describe("a quota that the environment counts on", () => {
  const policies = async (counted: number, quota?: number) =>
    asked({
      environment: `quotas: { managedPoliciesPerRole: ${counted} }\n`,
      answers: { GetAccountSummaryCommand: () => ({ SummaryMap: { AttachedPoliciesPerRoleQuota: quota } }) },
    });

  it("has been raised in the account", async () => {
    expect((await policies(15, 15)).found).toEqual([]);
    expect((await policies(10, 5)).found).toEqual([]);
    expect((await policies(15, 10)).found).toEqual(["environments/dev.yaml:3 account-quota-lower"]);
  });

  it("is not said to be lower where AWS leaves it out", async () => {
    expect((await policies(15)).found).toEqual([]);
  });
});
