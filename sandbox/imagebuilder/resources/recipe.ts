import { invalidValue, serviceQuotaExceeded } from "../api-error";
import { parseImageBuilderArn } from "../../../src/aws/image-builder-arn";
import { type Call, requireReference } from "../call";
import { type Fields, text } from "../fields";
import type { Resource } from "../store";
import { checkVersion } from "../versions";
import { undefinedParameters } from "../words-of-aws";

interface ComponentReference {
  readonly componentArn: string;
  readonly parameters?: readonly { readonly name: string }[];
}

/** 20: the service's quota "Components per recipe". */
const MAX_COMPONENTS = 20;

/** Checks what image and container recipes have in common: version, components, parameters. Answers the recipe's platform. */
export function checkRecipe(call: Call): string {
  checkVersion(call);
  const components = (call.input.components ?? []) as readonly ComponentReference[];
  if (components.length > MAX_COMPONENTS) {
    throw serviceQuotaExceeded(
      `A recipe takes at most ${MAX_COMPONENTS} components, and this one has ${components.length}.`,
    );
  }
  checkOnce(components);
  let platform: string | undefined;
  for (const [index, { componentArn, parameters = [] }] of components.entries()) {
    requireReference(call, "components", componentArn);
    const component = call.store.resolve(componentArn);
    if (component === undefined) continue;
    if (platform !== undefined && platform !== component.platform)
      throw invalidValue("components", "The components are for different platforms.");
    platform = text(component, "platform");
    const declared = ((component.parameters ?? []) as readonly Fields[]).map(({ name }) => name);
    const unknown = parameters.filter(({ name }) => !declared.includes(name)).map(({ name }) => name);
    if (unknown.length > 0) throw undefinedParameters(index, unknown.join(", "));
  }
  return platform ?? parentPlatform(call) ?? "Linux";
}

/** The platform of a parent image: a managed image has it in its name, one of the account in its record. The sandbox knows no others. */
function parentPlatform({ input, store }: Call): string | undefined {
  const parent = text(input, "parentImage");
  const arn = parseImageBuilderArn(parent);
  if (arn?.owner === "aws") return managedPlatform(arn.path[0]);
  const own = arn === undefined ? undefined : store.resolve(parent);
  return own === undefined ? undefined : text(own, "platform");
}

function managedPlatform(name: string): string {
  if (name.startsWith("windows-")) return "Windows";
  return name.startsWith("macos-") ? "macOS" : "Linux";
}

/**
 * A recipe includes a component once, regardless of its version.
 * Source: Image Builder API Reference, ComponentConfiguration and CreateImageRecipe.components; the words are the sandbox's own.
 */
function checkOnce(components: readonly ComponentReference[]): void {
  const seen = new Set<string>();
  for (const { componentArn } of components) {
    // arn:partition:imagebuilder:region:owner:component/name/version/build
    const component = componentArn.split("/").slice(0, 2).join("/");
    if (seen.has(component))
      throw invalidValue(
        "components",
        `The component '${component}' is included more than once; a recipe can include a component only once, regardless of its version.`,
      );
    seen.add(component);
  }
}

/** A device can be mapped once. */
export function checkDevices(field: string, mappings: unknown): void {
  const devices = new Set<string>();
  for (const mapping of (mappings ?? []) as readonly Fields[]) {
    const device = text(mapping, "deviceName");
    if (devices.has(device)) throw invalidValue(field, `The device '${device}' is mapped more than once.`);
    if (device !== "") devices.add(device);
  }
}

/**
 * Checks a parent image by its form; one of the account has to have been built.
 * Source: AWS's sample of cascading pipelines, whose first pipeline has to run before the stack of the second can be deployed; the words are
 * the sandbox's own.
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
