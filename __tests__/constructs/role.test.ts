import { Role, type RoleProps } from "../../src/constructs/role";
import { plainRole, resourcesOf } from "../helpers/synthesised";

const required: RoleProps = {
  name: "builds",
  address: "build",
  description: "Builds",
  trust: { service: "ec2.amazonaws.com" },
  managedPolicies: [],
};
const statement = { effect: "Allow" as const, actions: ["s3:GetObject"], resources: ["*"] };

/** The resources of a role, and the addresses for which a user of the role waits. */
function roleWith(props: Partial<RoleProps> = {}) {
  const resources = resourcesOf((stack) => {
    const { permissions } = new Role(stack, "role", { ...required, ...props });
    stack.addOverride("resource.a_test.user", { wait_for: permissions.map((each) => each.fqn) });
  });
  return {
    role: resources.aws_iam_role?.build,
    policies: resources.aws_iam_role_policy,
    waits: resources.a_test?.user?.wait_for,
  };
}

test("a role without settings is at the default path and trusts its service only", () => {
  const { role, ...others } = roleWith();
  expect({ ...role, assume_role_policy: JSON.parse(String(role?.assume_role_policy)) as unknown }).toEqual({
    name: "builds",
    description: "Builds",
    assume_role_policy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
  });
  expect(others).toEqual({ policies: undefined, waits: [] });
});

test("a role has the path, boundary and tags that the environment sets", () => {
  const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
  const settings = { ...plainRole, path: "/teams/", permissionsBoundary, roleTags: { team: "images" } };
  expect(roleWith({ settings }).role).toMatchObject({
    path: "/teams/",
    permissions_boundary: permissionsBoundary,
    tags: { team: "images" },
  });
  expect(roleWith({ settings: plainRole }).role).not.toHaveProperty("path");
});

test("statements of the environment are a policy of their own, and users of the role wait for all policies", () => {
  const { policies, waits } = roleWith({
    managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
    inlinePolicy: { name: "documents", statements: [{ Effect: "Allow", Action: "s3:PutObject", Resource: "*" }] },
    settings: { ...plainRole, statements: [statement] },
  });
  expect(policies).toEqual({
    build: expect.objectContaining({ name: "documents" }) as unknown,
    "build-own": expect.objectContaining({ name: "own", role: "${aws_iam_role.build.name}" }) as unknown,
  });
  expect(policies?.["build-own"]?.policy).toContain("s3:GetObject");
  expect(waits).toEqual([
    "${aws_iam_role_policy_attachment.build-ReadOnlyAccess}",
    "${aws_iam_role_policy.build}",
    "${aws_iam_role_policy.build-own}",
  ]);
});
