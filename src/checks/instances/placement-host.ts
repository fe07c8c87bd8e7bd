import type { Infrastructure } from "../../factory/infrastructure";
import type { YamlPath } from "../../problems/yaml-source";
import type { BuiltRecipe } from "../context/built-recipes";
import { withEnvironment, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { settingsAt } from "./settings-at";

const placed = (...lines: readonly string[]) => withSettings(`build:\n  placement:\n    ${lines.join("\n    ")}\n`);
const host = "h-0123456789abcdef0";
const group = "arn:aws:resource-groups:us-east-1:123456789012:group/hosts";
const mac = (build: string, marker = "") => ({
  "images/mac.yaml": "parent:\n  os: macos-14\n  architecture: arm64\ncomponents:\n  - aws: update-macos\n",
  ...withEnvironment({ images: { base: "", [`${marker}mac`]: build } }),
});

export const placementHost: ProjectRule = {
  code: "placement-host",
  refusedBy: "build",
  summary:
    "A Dedicated Host or a host resource group needs tenancy `host`, and only one of the two can be set. macOS runs only on Dedicated Hosts.",
  source: "API type Placement: hostId and hostResourceGroupArn only apply if tenancy is host, and exclude each other",
  fail: [
    placed(`host: ▸${host}`),
    placed("tenancy: dedicated", `hostResourceGroup: ▸${group}`),
    placed("tenancy: host", `host: ${host}`, `hostResourceGroup: ▸${group}`),
    placed("tenancy: host", "hostResourceGroup: ▸arn:aws:resource-groups:us-east-1:123456789012:hosts"),
    mac("", "▸"),
    mac("    build: { instanceTypes: [mac2.metal] }\n", "▸"),
    mac("    build: { instanceTypes: [mac2.metal], placement: { tenancy: ▸dedicated } }\n"),
  ],
  pass: [
    placed("tenancy: host", `host: ${host}`),
    placed("tenancy: host", `hostResourceGroup: ${group}`),
    mac("    build: { instanceTypes: [mac2.metal], placement: { tenancy: host } }\n"),
  ],
  eachEnvironment(environment, report) {
    for (const { path, setting } of settingsAt(environment, "placement")) {
      const fault = hostFault(setting);
      if (fault !== undefined) report([...path, fault.key], fault.message, fault.fix);
    }
    for (const recipe of environment.built) {
      const fault = macFault(recipe);
      if (fault !== undefined) report(fault.at, fault.message, fault.fix);
    }
  },
};

interface Fault {
  readonly message: string;
  readonly fix: string;
}

function hostFault({
  tenancy,
  host: id,
  hostResourceGroup,
}: Infrastructure["placement"]): (Fault & { readonly key: string }) | undefined {
  const key = hostResourceGroup !== undefined ? "hostResourceGroup" : "host";
  if (id !== undefined && hostResourceGroup !== undefined)
    return { key, message: '"host" and "hostResourceGroup" exclude each other', fix: "remove one of the two" };
  if (hostResourceGroup !== undefined && !/^arn:[^:]+:resource-groups:[^:]+:\d{12}:group\/.+$/.test(hostResourceGroup))
    return {
      key,
      message: `"${hostResourceGroup}" is not a host resource group`,
      fix: "write arn:aws:resource-groups:region:account:group/name",
    };
  if ((id === undefined && hostResourceGroup === undefined) || tenancy === "host") return undefined;
  return { key, message: `"${key}" goes with tenancy "host", and tenancy is "${tenancy}"`, fix: "add tenancy: host" };
}

function macFault({
  kind,
  name,
  base,
  infrastructure,
  pathOf,
}: BuiltRecipe): (Fault & { readonly at: YamlPath | { readonly key: YamlPath } }) | undefined {
  if (base?.platform !== "macOS") return undefined;
  const key: YamlPath = [`${kind}s`, name];
  if (infrastructure.instanceTypes === undefined)
    return {
      at: { key },
      message: `"${name}" is macOS, and the instance types that Image Builder chooses are not Macs`,
      fix: `write ${kind}s.${name}.build: { instanceTypes: [mac2.metal] }`,
    };
  const { tenancy } = infrastructure.placement;
  if (tenancy === "host") return undefined;
  const path = pathOf("placement");
  return {
    at: tenancy === "default" ? { key } : [...path, "tenancy"],
    message: `"${name}" is macOS, which runs only on Dedicated Hosts, and ${path.join(".")}.tenancy is "${tenancy}"`,
    fix: `write ${kind}s.${name}.build: { placement: { tenancy: host } }`,
  };
}
