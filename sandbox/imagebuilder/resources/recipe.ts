import { parseImageBuilderArn } from "../../../src/aws/image-builder-arn";
import { managedImageOf } from "../../../src/aws/managed-images";
import { isForOs } from "../../../src/documents/os-name";
import { invalidCombination, invalidValue, serviceQuotaExceeded } from "../api-error";
import { type Call, requireReference } from "../call";
import { type Fields, text } from "../fields";
import type { Resource } from "../store";
import { checkVersion } from "../versions";
import {
  componentOfOtherOs,
  componentOfOtherPlatform,
  componentsTooLarge,
  componentTwice,
  undefinedParameters,
} from "../words-of-aws";

interface ComponentReference {
  readonly componentArn: string;
  readonly parameters?: readonly { readonly name: string; readonly value?: readonly string[] }[];
}

/** Maximum size of the parameters of all components together, in bytes. Source: the message of `componentsTooLarge`. */
const MAX_PARAMETERS = 25 * 1024;

/** Checks version, components and parameters, which image and container recipes share. Returns the platform of the recipe. */
export function checkRecipe(call: Call): string {
  checkVersion(call);
  const components = (call.input.components ?? []) as readonly ComponentReference[];
  const { componentsPerRecipe: most } = call.quotas;
  if (components.length > most)
    throw serviceQuotaExceeded(`A recipe takes at most ${most} components, and this one has ${components.length}.`);
  // Form of the ARN: arn:partition:imagebuilder:region:owner:component/name/version/build
  const names = components.map(({ componentArn }) => componentArn.split("/").slice(0, 2).join("/"));
  if (new Set(names).size < names.length) throw componentTwice();
  if (bytesOf(components) > MAX_PARAMETERS) throw componentsTooLarge();
  const parent = managedParent(call);
  let platform = parent?.platform;
  for (const [index, reference] of components.entries()) {
    requireReference(call, "components", reference.componentArn);
    const component = call.store.resolve(reference.componentArn);
    if (component === undefined) continue;
    platform ??= text(component, "platform");
    if (platform !== component.platform) throw componentOfOtherPlatform();
    const systems = (component.supportedOsVersions ?? []) as readonly string[];
    const os = parent?.osVersion;
    if (os !== undefined && systems.length > 0 && !systems.some((named) => isForOs(named, os)))
      throw componentOfOtherOs();
    checkParameters(component, reference, index);
  }
  return platform ?? ownPlatform(call) ?? "Linux";
}

function bytesOf(components: readonly ComponentReference[]): number {
  const parameters = components.flatMap((component) => component.parameters ?? []);
  return Buffer.byteLength(parameters.flatMap(({ name, value = [] }) => [name, ...value]).join(""));
}

/**
 * Checks that parameters are declared, and that those without a default are given. Source of the latter: Image Builder User Guide, create
 * an image recipe; the message is the sandbox's own.
 */
function checkParameters(component: Resource, { parameters = [] }: ComponentReference, index: number): void {
  const declared = (component.parameters ?? []) as readonly Fields[];
  const unknown = parameters.filter(({ name }) => !declared.some((each) => each.name === name)).map(({ name }) => name);
  if (unknown.length > 0) throw undefinedParameters(index, unknown.join(", "));
  const missing = declared.filter(
    ({ name, defaultValue }) => defaultValue === undefined && !parameters.some((each) => each.name === name),
  );
  if (missing.length > 0) {
    const names = missing.map((parameter) => text(parameter, "name")).join(", ");
    throw invalidCombination(`The parameters of 'components[${index}]' that have no default are missing: ${names}`);
  }
}

/** Returns platform and operating system of a parent image that AWS manages, from its name. */
function managedParent({ input }: Call): { readonly platform: string; readonly osVersion?: string } | undefined {
  const arn = parseImageBuilderArn(text(input, "parentImage"));
  if (arn?.owner !== "aws") return undefined;
  return managedImageOf(arn.path[0]) ?? { platform: managedPlatform(arn.path[0]) };
}

/** Returns the platform of a parent image in the account, from its recipe. A recipe based on an AMI counts as Linux. */
function ownPlatform({ input, store }: Call): string | undefined {
  const parent = text(input, "parentImage");
  const own = parseImageBuilderArn(parent) === undefined ? undefined : store.resolve(parent);
  return own === undefined ? undefined : text(own, "platform");
}

function managedPlatform(name: string): string {
  if (name.startsWith("windows-")) return "Windows";
  return name.startsWith("macos-") ? "macOS" : "Linux";
}

/** Checks that each device is mapped only once. */
export function checkDevices(field: string, mappings: unknown): void {
  const devices = new Set<string>();
  for (const mapping of (mappings ?? []) as readonly Fields[]) {
    const device = text(mapping, "deviceName");
    if (devices.has(device)) throw invalidValue(field, `The device '${device}' is mapped more than once.`);
    if (device !== "") devices.add(device);
  }
}

/**
 * Checks the form of a parent image. An image of the account must have an available build.
 * Source: AWS's sample of cascading pipelines, whose first pipeline has to run before the stack of the second can be deployed; the messages
 * are the sandbox's own.
 */
export function checkParentImage(call: Call): void {
  const parent = text(call.input, "parentImage");
  const arn = parseImageBuilderArn(parent);
  if (arn === undefined) {
    if (parent.startsWith("arn:"))
      throw invalidValue("parentImage", `'${parent}' is not the ARN of an Image Builder image.`);
    if (!/^(ami-[0-9a-f]{8,17}|ssm:.+|prod-[a-z0-9]+|[a-z0-9][a-z0-9._/:@-]*)$/.test(parent)) {
      throw invalidValue(
        "parentImage",
        `'${parent}' is not an image ARN, an AMI id, an SSM parameter, a Marketplace product or a container image.`,
      );
    }
    return;
  }
  if (arn.type !== "image") throw invalidValue("parentImage", `'${parent}' is not the ARN of an image.`);
  const [, version = ""] = arn.path;
  if (/x\.\d|x\.x\.\d/.test(version))
    throw invalidValue("parentImage", `'${version}': right of an x there can only be an x.`);
  if (arn.owner !== call.place.account) return;
  if (!call.store.matching(parent).some(isAvailable))
    throw invalidValue("parentImage", `The image '${parent}' does not exist, or no build of it is available.`);
}

function isAvailable({ state }: Resource): boolean {
  return text(state as Fields, "status") === "AVAILABLE";
}
