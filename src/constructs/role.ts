import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { ServiceRole } from "../definitions/schema/lifecycle";
import { addressable } from "../factory/terraform-name";
import { shortDigest } from "../versions/digest";
import { policyDocument } from "./policy-document";
import { policyStatement } from "./policy-statement";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export interface RoleProps {
  readonly name: string;
  /** Name of the resources in Terraform. */
  readonly address: string;
  readonly description: string;
  /** The service that may assume the role, and the condition. */
  readonly trust: { readonly service: string; readonly condition?: object };
  /** ARNs of managed policies. */
  readonly managedPolicies: readonly string[];
  /** Settings of the environment. */
  readonly settings?: RoleSettings;
  /** An inline policy. Not created if there are no statements. */
  readonly inlinePolicy?: { readonly name: string; readonly statements: readonly object[] };
}

/** Settings that every created role has in an environment. */
export type RoleSettings = Pick<ServiceRole, "path" | "permissionsBoundary" | "statements" | "trust" | "roleTags">;

/** A role that a service assumes, with managed policies and inline policies. */
export class Role extends Construct {
  readonly arn: string;
  readonly roleName: string;
  /** The policies of the role. Resources that use the role must wait for them. */
  readonly permissions: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, id);
    const { address, trust, settings } = props;
    const role = new IamRole(this, "resource", {
      name: literal(props.name),
      description: props.description,
      path: settings === undefined || settings.path === "/" ? undefined : settings.path,
      permissionsBoundary: optionalLiteral(settings?.permissionsBoundary),
      tags: literals(settings?.roleTags ?? {}),
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: trust.service },
          Action: "sts:AssumeRole",
          Condition: trust.condition,
        },
        ...(settings?.trust ?? []).map(policyStatement),
      ]),
    });
    role.overrideLogicalId(address);

    const permissions: ITerraformDependable[] = [];
    for (const [key, policyArn] of attachmentsOf(props.managedPolicies)) {
      const attachment = new IamRolePolicyAttachment(this, key, {
        role: role.name,
        policyArn: literal(policyArn),
      });
      attachment.overrideLogicalId(addressable(`${address}-${key}`));
      permissions.push(attachment);
    }

    const { name = "", statements = [] } = props.inlinePolicy ?? {};
    if (statements.length > 0) {
      const inline = new IamRolePolicy(this, "policy", { name, role: role.name, policy: policyDocument(statements) });
      inline.overrideLogicalId(address);
      permissions.push(inline);
    }
    const given = settings?.statements ?? [];
    if (given.length > 0) {
      const own = new IamRolePolicy(this, "own-policy", {
        name: "own",
        role: role.name,
        policy: policyDocument(given.map(policyStatement)),
      });
      own.overrideLogicalId(`${address}-own`);
      permissions.push(own);
    }
    this.arn = role.arn;
    this.roleName = role.name;
    this.permissions = permissions;
  }
}

/** Returns the existing role of an environment, whose policies are not known, or creates a role with its settings. */
export function serviceRole(
  scope: Construct,
  settings: ServiceRole,
  props: Omit<RoleProps, "settings">,
): Pick<Role, "arn" | "permissions"> {
  const { arn } = settings;
  return arn === undefined ? new Role(scope, "role", { ...props, settings }) : { arn, permissions: [] };
}

/**
 * Returns the ARNs by the last part of their addresses in Terraform: the name of the policy. A digest is added if the name is not an identifier,
 * because IAM also allows `+=,.@`, or if an earlier policy has the same name in another path.
 */
function attachmentsOf(policyArns: readonly string[]): ReadonlyMap<string, string> {
  const attachments = new Map<string, string>();
  for (const policyArn of new Set(policyArns)) {
    const name = policyArn.slice(policyArn.lastIndexOf("/") + 1);
    const plain = name.replace(/[^\w-]/g, "_");
    const digest = shortDigest(policyArn);
    attachments.set(plain !== name || attachments.has(name) ? `${plain}-${digest}` : name, policyArn);
  }
  return attachments;
}
