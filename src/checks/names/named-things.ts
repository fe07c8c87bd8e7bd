import { fieldOf } from "../../definitions/field-of";
import { buildsAnything } from "../../factory/resolve-factory";
import { documentOf } from "../../model/component-reference";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
import type { Environment } from "../context/environments";

/** A resource that has a name in AWS. */
export interface NamedThing {
  readonly source: YamlSource;
  /** Scope in which the name is unique: a kind, an account and, except for IAM, a region. */
  readonly scope: string;
  /** Description, for example `the recipe of "base"`. */
  readonly what: string;
  readonly name: string;
  /** Path of the name in the environment, even if it is not written. */
  readonly path: YamlPath;
  /** Whether the environment contains the name. */
  readonly isWritten: boolean;
  /** Name prefix of the environment. */
  readonly prefix: string;
}

/** A named resource without its source and scope. */
interface Thing extends Pick<NamedThing, "what" | "name" | "path"> {
  /** Resources of different kinds may have the same name. */
  readonly kind: string;
  /** True for IAM resources, whose names are unique across regions. Default: false. */
  readonly inAllRegions?: true;
}

/**
 * Returns the named resources that an environment creates, except those that other rules check: buckets, repositories, topics, keys and
 * launch templates.
 */
export function namedThings(environment: Environment, context: CheckContext): NamedThing[] {
  const { source, raw, value } = environment;
  if (!buildsAnything(value)) return [];
  const { account, region, namePrefix: prefix = "" } = value;
  const things = [
    ...documentThings(environment, context),
    ...recipeThings(environment),
    ...buildThings(environment),
    ...sharedThings(environment),
    ...roleThings(environment),
  ];
  return things.map(({ kind, inAllRegions, ...thing }) => ({
    ...thing,
    source,
    scope: inAllRegions ? `${kind} ${account}` : `${kind} ${account} ${region}`,
    isWritten: fieldOf(raw, ...thing.path) !== undefined,
    prefix,
  }));
}

function documentThings(environment: Environment, context: CheckContext): Thing[] {
  const { names } = environment;
  const { components, workflows } = documentsOf(environment, context);
  return [
    ...components.map((id) => ({
      kind: "component",
      what: `the component "${id}"`,
      name: names.component(id),
      path: ["components", id, "name"],
    })),
    ...workflows.map((id) => ({
      // The ARNs of build and test workflows differ.
      kind: `workflow ${id.slice(0, id.indexOf("/"))}`,
      what: `the workflow "${id}"`,
      name: names.workflow(id),
      path: ["workflows", id, "name"],
    })),
  ];
}

function recipeThings({ names, entries }: Environment): Thing[] {
  return entries.map(({ name: id, path }) => ({
    kind: "recipe",
    what: `the recipe of "${id}"`,
    name: names.recipe(id),
    path: [...path, "names", "recipe"],
  }));
}

/** Returns the pipeline of each build, and its distribution and infrastructure configurations unless shared. */
function buildThings({ names, builds }: Environment): Thing[] {
  return builds.flatMap((each) => {
    const { kind, owner, key, path, further, schedule } = each;
    const of = key === undefined ? `"${owner}"` : `the pipeline "${key}" of "${owner}"`;
    const own = key === undefined || further === undefined ? each : further;
    const named = (what: "pipeline" | "distribution" | "infrastructure", name: string): Thing => ({
      kind: what,
      what: `the ${what} of ${of}`,
      name,
      path: [...path, "names", what],
    });
    const distributes = typeof own.distribute !== "string" && (key === undefined || own.distribute !== undefined);
    return [
      ...(schedule === "no-pipeline" ? [] : [named("pipeline", names.pipeline(owner, key))]),
      ...(distributes ? [named("distribution", names.distribution(owner, key))] : []),
      ...(own.build === undefined ? [] : [named("infrastructure", names.infrastructure(kind, owner, key))]),
    ];
  });
}

/** Returns resources that several images or containers share, and those that exist once. */
function sharedThings({ value, names, builds }: Environment): Thing[] {
  const distributions = Object.keys(value.distributions).map((id) => ({
    kind: "distribution",
    what: `the distribution "${id}"`,
    name: names.sharedDistribution(id),
    path: ["distributions", id, "name"],
  }));
  const infrastructures = (["image", "container"] as const).flatMap((kind) => {
    const sharing = builds.find((each) => each.kind === kind && each.build === undefined);
    if (sharing === undefined) return [];
    return {
      kind: "infrastructure",
      what: `what all ${kind}s share`,
      name: names.infrastructure(kind, sharing.owner),
      path: ["build", kind === "image" ? "name" : "containersName"],
    };
  });
  const policies = Object.keys(value.lifecycle).map((id) => ({
    kind: "lifecycle policy",
    what: `the lifecycle policy "${id}"`,
    name: names.lifecyclePolicy(id),
    path: ["lifecycle", id, "name"],
  }));
  const events = { kind: "event rules", what: "the event rules", name: names.eventRules, path: ["events", "name"] };
  return [...distributions, ...infrastructures, ...policies, ...(value.events === undefined ? [] : [events])];
}

function roleThings({ value, names }: Environment): Thing[] {
  const { build, executionRole, lifecycleRole, lifecycle } = value;
  const named = (what: string, name: string, path: YamlPath, kind = "role"): Thing => ({
    kind,
    what,
    name,
    path,
    inAllRegions: true,
  });
  const profile = ["build", "instanceProfile"];
  return [
    ...(build.instanceProfile.create === true
      ? [
          named("the role of build instances", names.buildRole, [...profile, "roleName"]),
          named("the instance profile", names.instanceProfile, [...profile, "name"], "instance profile"),
        ]
      : []),
    ...(executionRole.create === true
      ? [named("the execution role", names.executionRole, ["executionRole", "name"])]
      : []),
    ...(lifecycleRole.create === true && Object.keys(lifecycle).length > 0
      ? [named("the lifecycle role", names.lifecycleRole, ["lifecycleRole", "name"])]
      : []),
  ];
}

/** Returns the documents of the project from which an environment creates components and workflows. */
function documentsOf(
  { value, entries, builds }: Environment,
  { recipeOf }: CheckContext,
): { readonly components: readonly string[]; readonly workflows: readonly string[] } {
  const built = entries.map(({ kind, name }) => recipeOf(kind, name)?.definition);
  const unique = (listed: object, named: readonly (string | undefined)[]) => [
    ...new Set([...Object.keys(listed), ...named.filter((name) => name !== undefined)]),
  ];
  return {
    components: unique(
      value.components,
      built.flatMap((definition) => definition?.components.map(documentOf) ?? []),
    ),
    workflows: unique(
      value.workflows,
      [
        ...built.flatMap((definition) => definition?.workflows ?? []),
        ...builds.flatMap(({ further }) => further?.workflows ?? []),
      ].map(documentOf),
    ),
  };
}
