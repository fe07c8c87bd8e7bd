import type { z } from "zod";

import { partitionOfRegion } from "../../aws/regions";
import type { builtContainer, builtImage } from "../../definitions/schema/built";
import type { Place } from "../../aws/place";
import { booleanAt, textAt } from "../../review/plan/value";
import type { StateSetting } from "../code/state-setting";
import { blockOf, type TerraformCode } from "../code/terraform-code";
import type { ResourceInstance } from "../state/state";
import { containerOf } from "./containers";
import { compact, containerTargetsOf, filledMap, targetsOf } from "./distribution";
import { documentsOf } from "./documents";
import type { ContainerDraft, Draft, EnvironmentDraft, ExistingVersion, ImageDraft, Note } from "./draft";
import { imageOf, type ImageContext, recipeKey } from "./images";
import { infrastructureOf } from "./infrastructure";
import { lifecyclePolicyOf } from "./lifecycle";
import { enabledOf, scheduleOf } from "./pipeline";
import {
  differingSettings,
  equal,
  type AdoptedRecipe,
  recipesOf,
  type SharedInfrastructure,
  sharedInfrastructure,
} from "./recipes";
import { instanceProfileOf, serviceRoleOf } from "./roles";
import { bucketsOf, encryptionOf, logGroupsOf, networkOf, scanOf, topicOf } from "./settings";
import { free, withoutKind } from "./slug";
import { type Surroundings, surroundingsOf } from "./surroundings";
import { commonTags, ownTags } from "./tags";
import { nameOf, versionOf } from "./versions-of";

type BuiltImage = z.input<typeof builtImage>;
type BuiltContainer = z.input<typeof builtContainer>;
type Tags = Readonly<Record<string, string>>;

export interface TranslationOptions {
  readonly place: Place;
  readonly code: TerraformCode;
  readonly state?: StateSetting;
  /** Addresses of what the project names and does not make. */
  readonly given: ReadonlySet<string>;
  /** Addresses of what is left out. */
  readonly without: ReadonlySet<string>;
  /** Names of images and containers that are there already. */
  readonly taken: ReadonlySet<string>;
}

/** The definitions that say what a state holds. */
export function translate(resources: readonly ResourceInstance[], options: TranslationOptions): Draft {
  const open = resources.filter(({ address }) => !options.without.has(address));
  const ofType = (type: string): ResourceInstance[] => open.filter((each) => each.type === type);
  const notes: Note[] = [];
  const { place, code } = options;
  const surroundings = surroundingsOf(open, options.given);
  const components = documentsOf("component", ofType("aws_imagebuilder_component"));
  const workflows = documentsOf("workflow", ofType("aws_imagebuilder_workflow"));
  notes.push(...components.notes, ...workflows.notes);
  const recipes = recipesOf(open, options.taken, notes);
  const tags = commonTags(resources, code);
  const encryption = encryptionOf(surroundings, place);
  const shared = {
    image: sharedInfrastructure(recipes, "image"),
    container: sharedInfrastructure(recipes, "container"),
  };
  const main = shared.image ?? shared.container;

  const images = new Map<string, ImageDraft>();
  const containers = new Map<string, ContainerDraft>();
  const dockerfiles = new Map<string, string>();
  const builtImages: Record<string, BuiltImage> = {};
  const builtContainers: Record<string, BuiltContainer> = {};
  const namesInUse = new Set<string>();
  for (const each of recipes) {
    const { kind, name, recipe, pipeline, distribution } = each;
    const context: ImageContext = {
      place,
      components,
      workflows,
      byRecipe: new Map(
        recipes.filter((other) => other.kind === kind).map((other) => [recipeKey(other.recipe), other.name]),
      ),
      madeKeys: encryption.keys,
    };
    const recipeTags = ownTags(recipe, tags);
    const settings = {
      ...builtAs(each, shared[kind], main, namesInUse, notes),
      buildOnDeploy: ofType("aws_imagebuilder_image").some((image) => isBuildOf(image, recipe)) ? true : undefined,
    };
    const scan = scanOf(pipeline.attributes) ? true : undefined;
    if (kind === "image") {
      images.set(name, imageOf(recipe, pipeline, recipeTags, context));
      const distribute = distribution && targets(distribution, { ...tags, ...recipeTags }, place, encryption.keys);
      builtImages[name] = compact({ ...settings, distribute, scan });
    } else {
      const found = containerOf(name, recipe, pipeline, recipeTags, context);
      containers.set(name, found.definition);
      if (found.dockerfile !== undefined) dockerfiles.set(...found.dockerfile);
      const repository = textAt(recipe.attributes, "target_repository", 0, "repository_name") ?? "";
      const isMade = surroundings.find("aws_ecr_repository", "name", repository) !== undefined;
      const distribute = distribution && containerTargetsOf(distribution.attributes, repository);
      builtContainers[name] = compact({
        ...settings,
        repository: { ...(isMade ? {} : { create: false }), name: repository },
        distribute,
        scan,
      });
    }
    if (distribution === undefined)
      notes.push({ about: pipeline.address, says: "it has no distribution configuration, and gets one" });
  }
  const lifecycle = lifecycleOf(ofType("aws_imagebuilder_lifecycle_policy"), recipes, notes);
  return {
    environment: compact({
      account: place.account,
      region: place.region,
      partition: place.partition === partitionOfRegion(place.region) ? undefined : place.partition,
      state: options.state,
      deployment: deploymentOf(code),
      network: networkOf(main?.settings.network, surroundings),
      ...buildOf(open, surroundings, recipes, shared, main),
      encryption: encryption.setting,
      ...rolesOf(open, recipes, surroundings, notes),
      activateInspector: ofType("aws_inspector2_enabler").length > 0 ? true : undefined,
      retainComponents: ofType("aws_imagebuilder_component").some(isRetained) ? true : undefined,
      tags: filledMap(tags),
      components: settingsOf(components.names),
      workflows: settingsOf(workflows.names),
      images: filledMap(builtImages),
      containers: filledMap(builtContainers),
      lifecycle: filledMap(lifecycle),
    }),
    images,
    containers,
    components: components.texts,
    workflows: workflows.texts,
    dockerfiles,
    versions: [...components.versions, ...workflows.versions, ...recipes.map(recipeVersion)],
    origins: new Map([
      ...[...components.origins].map(([document, address]) => [`components/${document}.yaml`, address] as const),
      ...[...workflows.origins].map(([document, address]) => [`workflows/${document}.yaml`, address] as const),
      ...recipes.map(({ kind, name, recipe }) => [`${kind}s/${name}.yaml`, recipe.address] as const),
    ]),
    notes,
  };
}

function recipeVersion({ kind, name, recipe }: AdoptedRecipe): ExistingVersion {
  return { kind: kind === "image" ? "imageRecipe" : "containerRecipe", name, version: versionOf(recipe) };
}

/** What an environment says of an image or container in any case. */
function builtAs(
  { name, recipe, pipeline, infrastructure, distribution }: AdoptedRecipe,
  shared: SharedInfrastructure | undefined,
  main: SharedInfrastructure | undefined,
  namesInUse: Set<string>,
  notes: Note[],
) {
  const settings = infrastructureOf(infrastructure.attributes);
  const differing = main === undefined ? [] : differingSettings(settings, main.settings);
  if (differing.length > 0)
    notes.push({
      about: infrastructure.address,
      says: `it differs from that of the environment in ${differing.join(", ")}, which an image cannot have for itself`,
    });
  const isShared = shared?.instance === infrastructure || equal(settings.own, shared?.settings.own);
  // A configuration that several share is taken over by the first; the others get their own, of the same content.
  const taken = (of: ResourceInstance | undefined): string | undefined => {
    if (of === undefined || namesInUse.has(of.address)) return undefined;
    namesInUse.add(of.address);
    return nameOf(of) === name ? undefined : nameOf(of);
  };
  const names = compact({
    recipe: nameOf(recipe) === name ? undefined : nameOf(recipe),
    pipeline: nameOf(pipeline) === name ? undefined : nameOf(pipeline),
    distribution: taken(distribution),
    infrastructure: isShared ? undefined : taken(infrastructure),
  });
  return {
    names: filledMap(names),
    schedule: scheduleOf(pipeline.attributes),
    enabled: enabledOf(pipeline.attributes),
    build: isShared ? undefined : settings.own,
  };
}

function targets(distribution: ResourceInstance, known: Tags, { account }: Place, madeKeys: ReadonlySet<string>) {
  return targetsOf(distribution.attributes, known, account).map((target) =>
    compact({
      ...target,
      kmsKey: target.kmsKey !== undefined && madeKeys.has(target.kmsKey) ? undefined : target.kmsKey,
    }),
  );
}

function isBuildOf({ attributes }: ResourceInstance, recipe: ResourceInstance): boolean {
  const built = textAt(attributes, "image_recipe_arn") ?? textAt(attributes, "container_recipe_arn");
  return built !== undefined && built === textAt(recipe.attributes, "arn");
}

function buildOf(
  open: readonly ResourceInstance[],
  surroundings: Surroundings,
  recipes: readonly AdoptedRecipe[],
  shared: Readonly<Record<AdoptedRecipe["kind"], SharedInfrastructure | undefined>>,
  main: SharedInfrastructure | undefined,
): Pick<EnvironmentDraft, "documents" | "build"> {
  const { documents, logs } = bucketsOf(open, surroundings, main?.settings.shared.logs);
  const profile = main?.settings.shared.instanceProfile?.name;
  const named = (of: SharedInfrastructure | undefined, usual: string): string | undefined =>
    of === undefined || nameOf(of.instance) === usual ? undefined : nameOf(of.instance);
  return {
    documents,
    build: compact({
      name: named(shared.image, "image-factory"),
      containersName: named(shared.container, "image-factory-containers"),
      ...main?.settings.own,
      ...main?.settings.shared,
      instanceProfile: profile === undefined ? undefined : instanceProfileOf(profile, surroundings),
      logs,
      logGroups: logGroupsOf(
        recipes.map(({ recipe, pipeline }) => [nameOf(recipe), nameOf(pipeline)]),
        surroundings,
      ),
      topic: topicOf(main?.settings.shared.topic, surroundings),
    }),
  };
}

function rolesOf(
  open: readonly ResourceInstance[],
  recipes: readonly AdoptedRecipe[],
  surroundings: Surroundings,
  notes: Note[],
): Pick<EnvironmentDraft, "executionRole" | "lifecycleRole"> {
  const only = (roles: readonly (string | undefined)[], what: string): string | undefined => {
    const [role, ...others] = new Set(roles.filter((each) => each !== undefined));
    for (const other of others)
      notes.push({ about: other, says: `a second ${what}: an environment has one, "${role ?? ""}"` });
    return role;
  };
  const policies = open.filter(({ type }) => type === "aws_imagebuilder_lifecycle_policy");
  const execution = only(
    recipes.map(({ pipeline }) => textAt(pipeline.attributes, "execution_role")),
    "execution role",
  );
  const lifecycle = only(
    policies.map(({ attributes }) => textAt(attributes, "execution_role")),
    "lifecycle role",
  );
  return {
    executionRole:
      execution === undefined ? undefined : serviceRoleOf(execution, "EC2ImageBuilderExecutionPolicy", surroundings),
    lifecycleRole:
      lifecycle === undefined
        ? undefined
        : serviceRoleOf(lifecycle, "EC2ImageBuilderLifecycleExecutionPolicy", surroundings),
  };
}

function lifecycleOf(
  policies: readonly ResourceInstance[],
  recipes: readonly AdoptedRecipe[],
  notes: Note[],
): NonNullable<EnvironmentDraft["lifecycle"]> {
  const byRecipe = (kind: AdoptedRecipe["kind"]): ReadonlyMap<string, string> =>
    new Map(recipes.filter((each) => each.kind === kind).map(({ recipe, name }) => [nameOf(recipe), name]));
  const found = { images: byRecipe("image"), containers: byRecipe("container") };
  const taken = new Set<string>();
  const drafts: NonNullable<EnvironmentDraft["lifecycle"]> = {};
  for (const policy of policies) {
    const draft = lifecyclePolicyOf(policy.attributes, found);
    if ("reason" in draft) {
      notes.push({ about: policy.address, says: draft.reason });
      continue;
    }
    const name = free(withoutKind(nameOf(policy), "policy", "lifecycle"), taken);
    drafts[name] = { ...(name === nameOf(policy) ? {} : { name: nameOf(policy) }), ...draft };
  }
  return drafts;
}

/** As whom the old code deploys. */
function deploymentOf({ provider }: TerraformCode): EnvironmentDraft["deployment"] {
  const role = blockOf(provider, "assume_role");
  const arn = textAt(role, "role_arn");
  const { profile, externalId, sessionName } = {
    profile: textAt(provider, "profile"),
    externalId: textAt(role, "external_id"),
    sessionName: textAt(role, "session_name"),
  };
  return filledMap(
    compact({ profile, role: arn === undefined ? undefined : compact({ arn, externalId, sessionName }) }),
  );
}

function settingsOf(names: ReadonlyMap<string, string>): Record<string, { name: string }> | undefined {
  return filledMap(Object.fromEntries([...names].map(([document, name]) => [document, { name }])));
}

function isRetained({ attributes }: ResourceInstance): boolean {
  return booleanAt(attributes, "skip_destroy") === true;
}
