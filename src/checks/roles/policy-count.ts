import { managedPolicies, policiesOfBuilds } from "../../aws/managed-policies";
import { buildsAnything } from "../../factory/resolve-factory";
import { launchesFast } from "../../factory/resolve-pipeline";
import type { YamlPath } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
import type { Environment } from "../context/environments";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { createsExecutionRole } from "./created-execution-role";

const building = (count: number, marker = "") => {
  const policies = Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/Policy${index + 9 - count}`);
  const lines = policies.map((policy, index) => `      - ${index === count - 1 ? marker : ""}${policy}\n`);
  return withSettings(`build:\n  instanceProfile:\n    create: true\n    policies:\n${lines.join("")}`);
};

export const policyCount: ProjectRule = {
  code: "policy-count",
  severity: "warning",
  summary:
    "A created role has more managed policies than IAM attaches by default. If the quota of the account was raised, set `quotas.managedPoliciesPerRole`.",
  source: "IAM User Guide, quotas: 10 managed policies for each role, which AWS raises on request",
  fail: [building(9, "▸")],
  pass: [building(8)],
  eachEnvironment(environment, report, context) {
    const quota = environment.value.quotas.managedPoliciesPerRole;
    for (const { path, own, policies } of createdRoles(environment, context)) {
      const besides = policies.flatMap((arn, index) =>
        policies.indexOf(arn) < index || own.some((policy) => arn.endsWith(`:iam::aws:policy/${policy}`))
          ? []
          : [index],
      );
      const over = besides.slice(Math.max(0, quota - own.length));
      if (over[0] === undefined) continue;
      const ofItself = own.length === 0 ? "" : `with ${own.length} that it has by itself, `;
      const message = `${ofItself}the role has ${own.length + besides.length} managed policies, and the quota is ${quota}`;
      const fix = `remove ${over.length} of them, make one policy of several, or write the raised quota as quotas.managedPoliciesPerRole`;
      report([...path, "policies", over[0]], message, fix);
    }
  },
};

interface RoleWithPolicies {
  readonly path: YamlPath;
  /** Managed policies that the role always has, as the part of their ARNs after `policy/`. */
  readonly own: readonly string[];
  readonly policies: readonly string[];
}

/** Returns the roles that the environment creates and to which it can attach policies. */
function createdRoles(environment: Environment, context: CheckContext): RoleWithPolicies[] {
  const { value, builds } = environment;
  const { build, containers, executionRole, lifecycle, lifecycleRole } = value;
  const ofBuild = policiesOfBuilds(Object.keys(containers).length > 0);
  const ofExecution = builds.some((each) => launchesFast(each, value)) ? [managedPolicies.fastLaunch] : [];
  const ofLifecycle = [managedPolicies.lifecycle];
  return [
    ...(build.instanceProfile.create === true && buildsAnything(value)
      ? [{ path: ["build", "instanceProfile"], own: ofBuild, policies: build.instanceProfile.policies }]
      : []),
    ...(createsExecutionRole(environment, context)
      ? [{ path: ["executionRole"], own: ofExecution, policies: executionRole.policies }]
      : []),
    ...(lifecycleRole.create === true && Object.keys(lifecycle).length > 0
      ? [{ path: ["lifecycleRole"], own: ofLifecycle, policies: lifecycleRole.policies }]
      : []),
  ];
}
