import { ifExists } from "../../../src/operations/aws/exists";
import { serviceError } from "../fake-connection";

describe("a look-up", () => {
  const answered = async (name: string) => ifExists(async () => Promise.reject(serviceError(name, 400)));

  it.each(["InvalidKeyPair.NotFound", "NoSuchEntity", "InvalidAMIID.Malformed"])(
    "finds nothing after %s",
    async (name) => {
      await expect(answered(name)).resolves.toBeUndefined();
    },
  );

  // EC2 also answers SsmInvalidParameter for a parameter that exists and has another data type.
  it.each(["SsmInvalidParameter", "InvalidParameterValue"])("fails with %s", async (name) => {
    await expect(answered(name)).rejects.toThrow("said by AWS");
  });
});
