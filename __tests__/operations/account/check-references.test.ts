import { serviceError } from "../fake-connection";
import { asked } from "./asked";

const throws = (name: string, status: number) => () => {
  throw serviceError(name, status);
};

describe("an instance profile that the environment names", () => {
  const environment = "build:\n  instanceProfile: { name: builder }\n";
  const profile = async (GetInstanceProfileCommand: () => unknown) =>
    asked({ environment, answers: { GetInstanceProfileCommand } });

  it("exists, and has a role", async () => {
    const roles = (Roles?: unknown[]) => () => ({ InstanceProfile: { Roles } });
    expect((await profile(roles([{ RoleName: "builder" }]))).found).toEqual([]);
    for (const empty of [roles([]), roles()]) {
      const { found, problems } = await profile(empty);
      expect(found).toEqual(["environments/dev.yaml:4 account-profile-empty"]);
      expect(problems[0]?.message).toContain('instance profile "builder" has no role');
    }
    expect((await profile(throws("NoSuchEntityException", 404))).found).toEqual([
      "environments/dev.yaml:4 account-profile-missing",
    ]);
  });

  it("is not said to be missing where nobody may look", async () => {
    await expect(profile(throws("AccessDenied", 403))).rejects.toThrow("said by AWS");
  });
});

describe("a role that the environment names", () => {
  const role = async (trusted: unknown) =>
    asked({
      environment: 'executionRole: { arn: "arn:aws:iam::123456789012:role/path/images" }\n',
      answers: {
        GetRoleCommand: ({ RoleName }) => {
          expect(RoleName).toBe("images");
          if (trusted instanceof Error) throw trusted;
          return { Role: { AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trusted)) } };
        },
      },
    });
  const statement = (Service: string | string[], Effect = "Allow", Action: string | string[] = "sts:AssumeRole") => ({
    Statement: [{ Effect, Action, Principal: { Service } }],
  });

  it("trusts Image Builder", async () => {
    for (const trusted of [
      statement("imagebuilder.amazonaws.com"),
      statement(["ec2.amazonaws.com", "imagebuilder.amazonaws.com"], "Allow", ["sts:TagSession", "sts:AssumeRole"]),
      { Statement: statement("imagebuilder.amazonaws.com").Statement[0] },
    ])
      expect((await role(trusted)).found).toEqual([]);
    const { found, problems } = await role(statement("ec2.amazonaws.com"));
    expect(found).toEqual(["environments/dev.yaml:3 account-role-untrusting"]);
    expect(problems[0]?.message).toBe('role "images" does not let imagebuilder.amazonaws.com assume it');
  });

  it.each([
    ["another service of a similar name", statement("ec2imagebuilder.amazonaws.com")],
    ["a denial", statement("imagebuilder.amazonaws.com", "Deny")],
    ["another action", statement("imagebuilder.amazonaws.com", "Allow", "sts:TagSession")],
    ["nothing", {}],
  ])("does not trust it with %s", async (_, trusted) => {
    expect((await role(trusted)).found).toEqual(["environments/dev.yaml:3 account-role-untrusting"]);
  });

  it("is not said to be untrusting where AWS leaves out its policy", async () => {
    const environment = 'executionRole: { arn: "arn:aws:iam::123456789012:role/images" }\n';
    const answers = { GetRoleCommand: () => ({ Role: { RoleName: "images" } }) };
    await expect(asked({ environment, answers })).rejects.toThrow("AWS answered without AssumeRolePolicyDocument");
  });

  it("exists", async () => {
    expect((await role(serviceError("NoSuchEntityException", 404))).found).toEqual([
      "environments/dev.yaml:3 account-role-missing",
    ]);
  });
});
