import type { z } from "zod";

import type { BuildDefinitions } from "../definitions/definitions";
import { fieldOf, keysOf } from "../definitions/field-of";
import { fitValued } from "../definitions/fit-valued";
import { type Definition, fitDefinition, type WrittenFile } from "../definitions/read-definition";
import { type ContainerDefinition, containerSchema } from "../definitions/schema/container";
import { type EnvironmentDefinition, environmentSchema } from "../definitions/schema/environment";
import { type ImageDefinition, imageSchema } from "../definitions/schema/image";
import { listsValues, type Values, valuesIn, valuesUsed } from "../definitions/values";
import type { RecipeKind } from "../model/recipe";
import { type Problem, uniqueBy } from "../problems/problem";

/** The definitions of a project after the values of environments have been inserted. */
export interface ValuedDefinitions {
  /** Each image once, with the values of the first environment that builds it, and with the problems of all environments. */
  readonly images: ReadonlyMap<string, Definition<ImageDefinition>>;
  readonly containers: ReadonlyMap<string, Definition<ContainerDefinition>>;
  readonly environments: ReadonlyMap<string, Definition<EnvironmentDefinition>>;
  /** Images and containers with the values of each environment. Empty if values make no difference. */
  readonly variants: ReadonlyMap<string, BuildDefinitions>;
}

interface WrittenFiles {
  readonly images: ReadonlyMap<string, WrittenFile>;
  readonly containers: ReadonlyMap<string, WrittenFile>;
  readonly environments: ReadonlyMap<string, WrittenFile>;
}

/** An environment with its values and its raw file. */
interface Viewer {
  readonly environment: string;
  readonly values: Values;
  readonly raw: unknown;
}

/**
 * Validates the definitions with their schemas. If an environment lists values, they are first inserted in all definitions of the project. If no
 * environment does, `${var.name}` is plain text.
 */
export function valuedDefinitions({ images, containers, environments }: WrittenFiles): ValuedDefinitions {
  const viewers = [...environments].map(([environment, { raw }]): Viewer => ({
    environment,
    values: valuesIn(raw),
    raw,
  }));
  const isOn = viewers.some(({ raw }) => listsValues(raw));
  const seenImages = seen(images, "image", imageSchema, isOn ? viewers : []);
  const seenContainers = seen(containers, "container", containerSchema, isOn ? viewers : []);
  const differs = [seenImages, seenContainers].some((each) => [...each.values()].some(({ by }) => by.size > 0));
  return {
    images: mapped(seenImages, ({ first }) => first),
    containers: mapped(seenContainers, ({ first }) => first),
    environments: new Map(
      [...environments].map(([environment, written]) => [
        environment,
        isOn
          ? fitValued(written, environmentSchema, "environment", { environment, values: valuesIn(written.raw) })
          : fitDefinition(written, environmentSchema),
      ]),
    ),
    variants: new Map(
      differs
        ? viewers.map(({ environment }) => [
            environment,
            { images: asSeenBy(environment, seenImages), containers: asSeenBy(environment, seenContainers) },
          ])
        : [],
    ),
  };
}

/** A definition with the values of environments. */
interface Seen<T> {
  readonly first: Definition<T>;
  /** Definitions by environment. Empty if they are equal in all environments. */
  readonly by: ReadonlyMap<string, Definition<T>>;
}

function seen<S extends z.ZodType>(
  files: ReadonlyMap<string, WrittenFile>,
  kind: RecipeKind,
  schema: S,
  viewers: readonly Viewer[],
): ReadonlyMap<string, Seen<z.output<S>>> {
  const builders = new Map(viewers.map((viewer) => [viewer, builtBy(viewer, kind, files)]));
  return mapped(files, (written, name): Seen<z.output<S>> => {
    if (viewers.length === 0 || valuesUsed(written.raw).length === 0)
      return { first: fitDefinition(written, schema), by: new Map() };
    const by = new Map(
      viewers.map((viewer) => [viewer.environment, fitValued(written, schema, kind, viewer)] as const),
    );
    // An image that no environment builds is read with the values of an environment that has all values that the image uses.
    const building = viewers.filter((viewer) => builders.get(viewer)?.has(name) === true);
    const fitting = viewers.filter(({ environment }) => by.get(environment)?.value !== undefined);
    const counting = building.length > 0 ? building : [...fitting, ...viewers].slice(0, 1);
    const definitions = counting.flatMap(({ environment }) => by.get(environment) ?? []);
    const [first = fitDefinition(written, schema)] = definitions;
    const problems = uniqueBy(
      definitions.flatMap((definition) => definition.problems),
      ({ line, column, code, message }: Problem) => [line, column, code, message].join(":"),
    );
    return { first: { ...first, problems }, by };
  });
}

/** Returns the names of the images or containers that an environment builds, and of their parents. */
function builtBy({ raw }: Viewer, kind: RecipeKind, files: ReadonlyMap<string, WrittenFile>): Set<string> {
  const built = new Set<string>();
  const add = (name: unknown): void => {
    if (typeof name !== "string" || built.has(name)) return;
    built.add(name);
    add(fieldOf(files.get(name)?.raw, "parent", kind));
  };
  keysOf(fieldOf(raw, `${kind}s`)).forEach(add);
  return built;
}

function asSeenBy<T>(environment: string, files: ReadonlyMap<string, Seen<T>>): ReadonlyMap<string, T> {
  return new Map(
    [...files].flatMap(([name, { first, by }]) => {
      const value = (by.get(environment) ?? first).value;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function mapped<T, V>(map: ReadonlyMap<string, T>, valueOf: (value: T, name: string) => V): Map<string, V> {
  return new Map([...map].map(([name, value]) => [name, valueOf(value, name)]));
}
