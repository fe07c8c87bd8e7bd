import { fromFirstAddress, purposeOf } from "../../aws/ipv4-range";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import { problemAt, problemAtKey } from "../problem-at";
import type { Recipe } from "../recipes/recipes";
import { type BuiltRecipe, builtRecipes } from "./built-recipes";

const { environment } = exampleProject;
const ofEnvironment = (text: string) => ({ "environments/dev.yaml": text });
const placed = (...lines: readonly string[]) =>
  ofEnvironment(`${environment}build:\n  placement:\n    ${lines.join("\n    ")}\n`);

export const placementHost: Rule = {
  code: "placement-host",
  severity: "error",
  summary:
    "A Dedicated Host or a host resource group needs tenancy `host`, and only one of the two can be set. macOS runs only on Dedicated Hosts.",
  source: "API type Placement: hostId and hostResourceGroupArn only apply if tenancy is host, and exclude each other",
  fail: [placed("host: ▸h-0123456789abcdef0")],
  pass: [placed("tenancy: host", "host: h-0123456789abcdef0")],
};

export const zoneOfRegion: Rule = {
  code: "zone-of-region",
  severity: "error",
  summary: "An Availability Zone is not in the region of the environment, or not the zone of the subnet.",
  source: "EC2 User Guide, Regions and Zones",
  fail: [placed("availabilityZone: ▸eu-west-1a")],
  pass: [placed("availabilityZone: us-east-1a")],
};

export const networkRange: Rule = {
  code: "network-range",
  severity: "error",
  unsilenceable: true,
  summary: "The CIDR range of a VPC has host bits set, or is a range that no VPC can have.",
  source:
    "Terraform AWS provider, aws_vpc: cidr_block has to be the address of a network; EC2 API CreateVpc: no range for loopback, link-local or multicast",
  fail: [ofEnvironment(`${environment}network:\n  create:\n    cidr: ▸10.0.0.1/24\n`)],
  pass: [ofEnvironment(`${environment}network:\n  create:\n    cidr: 10.0.0.0/24\n`)],
};

export const placementRules: readonly Rule[] = [placementHost, zoneOfRegion, networkRange];

/** Checks the hosts, zones and network that builds run on. */
export function checkPlacement(
  definition: Definition<unknown>,
  value: EnvironmentDefinition,
  recipes: readonly Recipe[],
): Problem[] {
  const built = builtRecipes(value, recipes);
  const placements = new Map<string, Placed>([
    ["build.placement", { path: ["build", "placement"], placement: value.build.placement }],
    ...built.map(({ pathOf, infrastructure }): [string, Placed] => [
      pathOf("placement").join("."),
      { path: pathOf("placement"), placement: infrastructure.placement },
    ]),
  ]);
  return [
    ...[...placements.values()].flatMap((each) => [
      ...checkHosts(definition, each),
      ...checkZones(definition, value, each),
    ]),
    ...built.flatMap((recipe) => checkMac(definition, recipe)),
    ...checkNetworkZone(definition, value),
    ...checkRange(definition, value),
  ];
}

interface Placed {
  readonly path: YamlPath;
  readonly placement: EnvironmentDefinition["build"]["placement"];
}

function checkHosts({ source }: Definition<unknown>, { path, placement }: Placed): Problem[] {
  const { tenancy, host, hostResourceGroup } = placement;
  const report = (key: string, message: string, fix: string) => [
    problemAt(placementHost, source, [...path, key], message, fix),
  ];
  if (host !== undefined && hostResourceGroup !== undefined)
    return report("hostResourceGroup", '"host" and "hostResourceGroup" exclude each other', "remove one of the two");
  if (hostResourceGroup !== undefined && !/^arn:[^:]+:resource-groups:[^:]+:\d{12}:group\/.+$/.test(hostResourceGroup))
    return report(
      "hostResourceGroup",
      `"${hostResourceGroup}" is not a host resource group`,
      "write arn:aws:resource-groups:region:account:group/name",
    );
  const given = host !== undefined ? "host" : hostResourceGroup !== undefined ? "hostResourceGroup" : undefined;
  if (given === undefined || tenancy === "host") return [];
  return report(given, `"${given}" goes with tenancy "host", and tenancy is "${tenancy}"`, "add tenancy: host");
}

function checkMac(
  { source }: Definition<unknown>,
  { kind, name, base, infrastructure, pathOf }: BuiltRecipe,
): Problem[] {
  if (base?.platform !== "macOS") return [];
  if (infrastructure.instanceTypes === undefined) {
    const message = `"${name}" is macOS, and the instance types that Image Builder chooses are not Macs`;
    const fix = `write ${kind}s.${name}.build: { instanceTypes: [mac2.metal] }`;
    return [problemAtKey(placementHost, source, [`${kind}s`, name], message, fix)];
  }
  const { tenancy } = infrastructure.placement;
  if (tenancy === "host") return [];
  const path = pathOf("placement");
  const message = `"${name}" is macOS, which runs only on Dedicated Hosts, and ${path.join(".")}.tenancy is "${tenancy}"`;
  const fix = `write ${kind}s.${name}.build: { placement: { tenancy: host } }`;
  return tenancy === "default"
    ? [problemAtKey(placementHost, source, [`${kind}s`, name], message, fix)]
    : [problemAt(placementHost, source, [...path, "tenancy"], message, fix)];
}

function checkNetworkZone(definition: Definition<unknown>, { network, region }: EnvironmentDefinition): Problem[] {
  return checkZone(definition, ["network", "create", "availabilityZone"], network?.create?.availabilityZone, region);
}

function checkZones(
  definition: Definition<unknown>,
  { network, region }: EnvironmentDefinition,
  { path, placement }: Placed,
): Problem[] {
  const instance = placement.availabilityZone;
  const at = [...path, "availabilityZone"];
  const problems = checkZone(definition, at, instance, region);
  const subnet = network?.create?.availabilityZone;
  if (problems.length > 0 || subnet === undefined || instance === undefined || subnet === instance) return problems;
  const message = `the instance is in the zone "${instance}", but its subnet in "${subnet}"`;
  return [problemAt(zoneOfRegion, definition.source, at, message, `write ${subnet}`)];
}

function checkZone(
  { source }: Definition<unknown>,
  path: YamlPath,
  zone: string | undefined,
  region: string,
): Problem[] {
  if (zone === undefined || new RegExp(`^${region}([a-z]|-.+)$`).test(zone)) return [];
  const message = `the zone "${zone}" is not in the region "${region}"`;
  return [problemAt(zoneOfRegion, source, path, message, `write a zone of ${region}, e.g. ${region}a`)];
}

function checkRange({ source }: Definition<unknown>, { network }: EnvironmentDefinition): Problem[] {
  const cidr = network?.create?.cidr;
  if (cidr === undefined) return [];
  const bits = Number(cidr.split("/")[1]);
  const purpose = purposeOf(cidr);
  if (purpose !== undefined) {
    const message = `"${cidr}" is kept for ${purposes[purpose]}, and EC2 makes no VPC of it`;
    const fix = `write a private range, e.g. 10.0.0.0/${bits}`;
    return [problemAt(networkRange, source, ["network", "create", "cidr"], message, fix)];
  }
  const aligned = fromFirstAddress(cidr);
  if (aligned === cidr) return [];
  const message = `"${cidr}" does not start at a multiple of its ${2 ** (32 - bits)} addresses`;
  return [problemAt(networkRange, source, ["network", "create", "cidr"], message, `write ${aligned}`)];
}

const purposes = {
  loopback: "the loopback of a machine",
  linkLocal: "link-local addresses",
  multicast: "multicast",
  unspecified: "a network itself",
} as const;
