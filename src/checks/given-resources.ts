import { fieldOf } from "../definitions/field-of";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { YamlPath } from "../problems/yaml-source";
import type { Environment } from "./context/environments";

type Kind = "bucket" | "key" | "repository" | "instance profile" | "service role";

/** A resource that an environment either creates or uses as it exists. */
interface Resource {
  readonly kind: Kind;
  readonly path: YamlPath;
  readonly settings: { readonly create?: boolean } | undefined;
}

/** A setting that is written for a resource that the environment does not create. */
interface SettingOfGiven {
  readonly path: YamlPath;
  readonly key: string;
}

/**
 * Returns the settings with these keys that are written for resources of a kind that the environment does not create. An empty list or map says
 * nothing.
 */
export function writtenForGiven({ value, raw }: Environment, kind: Kind, keys: readonly string[]): SettingOfGiven[] {
  return resourcesOf(value)
    .filter((each) => each.kind === kind && each.settings?.create !== true)
    .flatMap(({ path }) => keys.map((key) => ({ path: [...path, key], key })))
    .filter(({ path }) => saysSomething(fieldOf(raw, ...path)));
}

function saysSomething(value: unknown): boolean {
  return typeof value === "object" && value !== null ? Object.keys(value).length > 0 : value !== undefined;
}

function resourcesOf(environment: EnvironmentDefinition): Resource[] {
  const { build, documents, encryption, containers } = environment;
  return [
    { kind: "bucket", path: ["documents"], settings: documents },
    { kind: "bucket", path: ["build", "logs"], settings: build.logs },
    { kind: "key", path: ["encryption"], settings: encryption },
    ...Object.entries(containers).map(
      ([name, { repository }]) =>
        ({ kind: "repository", path: ["containers", name, "repository"], settings: repository }) as const,
    ),
    ...rolesOf(environment),
  ];
}

/** Returns the roles of an environment, that of the build instances with their profile. */
export function rolesOf({ build, executionRole, lifecycleRole }: EnvironmentDefinition) {
  return [
    { kind: "instance profile", path: ["build", "instanceProfile"], settings: build.instanceProfile },
    { kind: "service role", path: ["executionRole"], settings: executionRole },
    { kind: "service role", path: ["lifecycleRole"], settings: lifecycleRole },
  ] as const;
}
