import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { baseOf } from "../../factory/base";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import type { Project } from "../load-project";
import { problemAt, problemAtKey } from "../problem-at";
import { readableImages } from "../readable";

const { environment } = exampleProject;
const ofEnvironment = (text: string) => ({ "environments/dev.yaml": text });
const placed = (...lines: readonly string[]) =>
  ofEnvironment(`${environment}build:\n  placement:\n    ${lines.join("\n    ")}\n`);

export const placementHost: Rule = {
  code: "placement-host",
  severity: "error",
  summary:
    "A Dedicated Host or host resource group goes with tenancy host, and only one of the two; macOS runs on hosts with a Mac alone.",
  source: "API type Placement: hostId and hostResourceGroupArn only apply if tenancy is host, and exclude each other",
  breaks: placed("host: ▸h-0123456789abcdef0"),
  mends: placed("tenancy: host", "host: h-0123456789abcdef0"),
};

export const zoneOfRegion: Rule = {
  code: "zone-of-region",
  severity: "error",
  summary: "An Availability Zone is in another region than the environment, or in another zone than the subnet.",
  source: "EC2 User Guide, Regions and Zones",
  breaks: placed("availabilityZone: ▸eu-west-1a"),
  mends: placed("availabilityZone: us-east-1a"),
};

export const networkRange: Rule = {
  code: "network-range",
  severity: "error",
  summary: "The range of a VPC does not start where its size lets it start.",
  source: "Terraform AWS provider, aws_vpc: cidr_block has to be the address of a network",
  breaks: ofEnvironment(`${environment}network:\n  create:\n    cidr: ▸10.0.0.1/24\n`),
  mends: ofEnvironment(`${environment}network:\n  create:\n    cidr: 10.0.0.0/24\n`),
};

export const placementRules: readonly Rule[] = [placementHost, zoneOfRegion, networkRange];

/** Checks the hosts, zones and network that builds run on. */
export function checkPlacement(
  definition: Definition<unknown>,
  value: EnvironmentDefinition,
  project: Project,
): Problem[] {
  return [
    ...checkHosts(definition, value, project),
    ...checkZones(definition, value),
    ...checkRange(definition, value),
  ];
}

function checkHosts(
  { source }: Definition<unknown>,
  { build, images }: EnvironmentDefinition,
  project: Project,
): Problem[] {
  const { tenancy, host, hostResourceGroup } = build.placement;
  const path = ["build", "placement"];
  const report = (key: string, message: string, fix: string) => [
    problemAt(placementHost, source, [...path, key], message, fix),
  ];
  if (host !== undefined && hostResourceGroup !== undefined)
    return report("hostResourceGroup", '"host" and "hostResourceGroup" exclude each other', "remove one of the two");
  if (hostResourceGroup !== undefined && !/^arn:[^:]+:resource-groups:[^:]+:\d{12}:group\/.+$/.test(hostResourceGroup))
    return report(
      "hostResourceGroup",
      `"${hostResourceGroup}" is no host resource group`,
      "write arn:aws:resource-groups:region:account:group/name",
    );
  const given = host !== undefined ? "host" : hostResourceGroup !== undefined ? "hostResourceGroup" : undefined;
  if (given !== undefined && tenancy !== "host")
    return report(given, `"${given}" goes with tenancy "host", and tenancy is "${tenancy}"`, "add tenancy: host");
  const definitions = readableImages(project);
  const mac = Object.keys(images).find((name) => {
    const image = definitions.get(name);
    return image !== undefined && baseOf(image, definitions)?.platform === "macOS";
  });
  if (mac !== undefined && build.instanceTypes === undefined) {
    const message = `"${mac}" is macOS, and the instance types that Image Builder chooses are no Macs`;
    const fix = "write build: { instanceTypes: [mac2.metal] }";
    return [problemAtKey(placementHost, source, ["images", mac], message, fix)];
  }
  if (mac === undefined || tenancy === "host") return [];
  const message = `"${mac}" is macOS, which runs on Dedicated Hosts alone, and build.placement.tenancy is "${tenancy}"`;
  const fix = "write build: { placement: { tenancy: host } }, in an environment for macOS";
  return tenancy === "default"
    ? [problemAtKey(placementHost, source, ["images", mac], message, fix)]
    : report("tenancy", message, fix);
}

function checkZones({ source }: Definition<unknown>, { build, network, region }: EnvironmentDefinition): Problem[] {
  const written: { readonly path: YamlPath; readonly zone: string | undefined }[] = [
    { path: ["network", "create", "availabilityZone"], zone: network?.create?.availabilityZone },
    { path: ["build", "placement", "availabilityZone"], zone: build.placement.availabilityZone },
  ];
  const [subnet, instance] = written.map(({ zone }) => zone);
  const problems = written.flatMap(({ path, zone }) => {
    if (zone === undefined || new RegExp(`^${region}([a-z]|-.+)$`).test(zone)) return [];
    const message = `the zone "${zone}" is not in the region "${region}"`;
    return [problemAt(zoneOfRegion, source, path, message, `write a zone of ${region}, e.g. ${region}a`)];
  });
  if (problems.length > 0 || subnet === undefined || instance === undefined || subnet === instance) return problems;
  const message = `the instance is in the zone "${instance}", but its subnet in "${subnet}"`;
  return [problemAt(zoneOfRegion, source, ["build", "placement", "availabilityZone"], message, `write ${subnet}`)];
}

function checkRange({ source }: Definition<unknown>, { network }: EnvironmentDefinition): Problem[] {
  const cidr = network?.create?.cidr;
  if (cidr === undefined) return [];
  const [address = "", bits = ""] = cidr.split("/");
  const number = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  const start = number - (number % size);
  if (start === number) return [];
  const first = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join(".");
  const message = `"${cidr}" does not start at a multiple of its ${size} addresses`;
  return [problemAt(networkRange, source, ["network", "create", "cidr"], message, `write ${first}/${bits}`)];
}
