import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { namesOf } from "../../factory/names";
import { buildsAnything } from "../../factory/resolve-factory";
import { writtenBuilds } from "../../factory/written-builds";
import { documentOf } from "../../model/component-reference";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
import type { Environment } from "../context/environments";
import { fieldOf } from "../../definitions/field-of";

/** One thing that has a name in AWS. */
export interface NamedThing {
  readonly source: YamlSource;
  /** Among which things the name is unique: a kind, an account and, but for IAM, a region. */
  readonly scope: string;
  /** E.g. `the recipe of "base"`. */
  readonly what: string;
  readonly name: string;
  /** Where the environment says the name, or would. */
  readonly path: YamlPath;
  /** Whether it says it. */
  readonly isWritten: boolean;
  /** Name prefix of the environment. */
  readonly prefix: string;
}

/** What an environment makes that has a name, but for what other rules look at: buckets, repositories, topics, keys and launch templates. */
export function namedThings({ source, raw, value }: Environment, context: CheckContext): NamedThing[] {
  if (!buildsAnything(value)) return [];
  const names = namesOf(value);
  const { account, region, build } = value;
  const inRegion = `${account} ${region}`;
  const thing = (kind: string, place: string, what: string, name: string, path: YamlPath): NamedThing => {
    const isWritten = path.reduce((at: unknown, step) => fieldOf(at, String(step)), raw) !== undefined;
    return { source, scope: `${kind} ${place}`, what, name, path, isWritten, prefix: value.namePrefix ?? "" };
  };
  const { components, workflows } = documentsOf(value, context);
  const builds = writtenBuilds(value);
  const recipes = (["image", "container"] as const).flatMap((kind) =>
    Object.keys(value[`${kind}s`]).map((id) =>
      thing("recipe", inRegion, `the recipe of "${id}"`, names.recipe(id), [`${kind}s`, id, "names", "recipe"]),
    ),
  );
  const built = builds.flatMap((each) => {
    const { kind, owner, key, path, further, schedule } = each;
    const of = key === undefined ? `"${owner}"` : `the pipeline "${key}" of "${owner}"`;
    const own = key === undefined || further === undefined ? each : further;
    const named = (what: "pipeline" | "distribution" | "infrastructure", name: string) =>
      thing(what, inRegion, `the ${what} of ${of}`, name, [...path, "names", what]);
    const distributes = typeof own.distribute !== "string" && (key === undefined || own.distribute !== undefined);
    return [
      ...(schedule === "no-pipeline" ? [] : [named("pipeline", names.pipeline(owner, key))]),
      ...(distributes ? [named("distribution", names.distribution(owner, key))] : []),
      ...(own.build === undefined ? [] : [named("infrastructure", names.infrastructure(kind, owner, key))]),
    ];
  });
  const distributions = Object.keys(value.distributions).map((id) =>
    thing("distribution", inRegion, `the distribution "${id}"`, names.sharedDistribution(id), [
      "distributions",
      id,
      "name",
    ]),
  );
  const shared = (["image", "container"] as const).flatMap((kind) => {
    const sharing = builds.find((each) => each.kind === kind && each.build === undefined);
    if (sharing === undefined) return [];
    const path = ["build", kind === "image" ? "name" : "containersName"];
    const name = names.infrastructure(kind, sharing.owner);
    return [thing("infrastructure", inRegion, `what all ${kind}s share`, name, path)];
  });
  const roles = [
    ...(build.instanceProfile.create === true
      ? [
          thing("role", account, "the role of build instances", names.buildRole, [
            "build",
            "instanceProfile",
            "roleName",
          ]),
          thing("instance profile", account, "the instance profile", names.instanceProfile, [
            "build",
            "instanceProfile",
            "name",
          ]),
        ]
      : []),
    ...(value.executionRole.create === true
      ? [thing("role", account, "the execution role", names.executionRole, ["executionRole", "name"])]
      : []),
    ...(value.lifecycleRole.create === true && Object.keys(value.lifecycle).length > 0
      ? [thing("role", account, "the lifecycle role", names.lifecycleRole, ["lifecycleRole", "name"])]
      : []),
  ];
  return [
    ...components.map((id) =>
      thing("component", inRegion, `the component "${id}"`, names.component(id), ["components", id, "name"]),
    ),
    ...workflows.map((id) =>
      // A build and a test workflow are apart in ARNs.
      thing(`workflow ${id.slice(0, id.indexOf("/"))}`, inRegion, `the workflow "${id}"`, names.workflow(id), [
        "workflows",
        id,
        "name",
      ]),
    ),
    ...recipes,
    ...built,
    ...distributions,
    ...shared,
    ...Object.keys(value.lifecycle).map((id) =>
      thing("lifecycle policy", inRegion, `the lifecycle policy "${id}"`, names.lifecyclePolicy(id), [
        "lifecycle",
        id,
        "name",
      ]),
    ),
    ...roles,
    ...(value.events === undefined
      ? []
      : [thing("event rules", inRegion, "the event rules", names.eventRules, ["events", "name"])]),
  ];
}

/** The documents of the project that an environment makes something of. */
function documentsOf(
  environment: EnvironmentDefinition,
  { images, containers }: CheckContext,
): { readonly components: readonly string[]; readonly workflows: readonly string[] } {
  const built = [
    ...Object.keys(environment.images).map((name) => images.get(name)),
    ...Object.keys(environment.containers).map((name) => containers.get(name)),
  ];
  const unique = (listed: object, named: readonly (string | undefined)[]) => [
    ...new Set([...Object.keys(listed), ...named.filter((name) => name !== undefined)]),
  ];
  return {
    components: unique(
      environment.components,
      built.flatMap((definition) => definition?.components.map(documentOf) ?? []),
    ),
    workflows: unique(
      environment.workflows,
      [
        ...built.flatMap((definition) => definition?.workflows ?? []),
        ...writtenBuilds(environment).flatMap(({ further }) => further?.workflows ?? []),
      ].map(documentOf),
    ),
  };
}
