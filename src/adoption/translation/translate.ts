import type { z } from "zod";

import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import { partitionOfRegion } from "../../aws/regions";
import type { builtContainer, builtImage } from "../../definitions/schema/built";
import type { Place } from "../../aws/place";
import { booleanAt, listAt, textAt } from "../../review/plan/value";
import type { StateSetting } from "../code/state-setting";
import { blockOf, type TerraformCode } from "../code/terraform-code";
import type { ResourceInstance } from "../state/state";
import { builtContainerOf, builtImageOf } from "./built";
import type { BuiltContext, Tags } from "./built-context";
import { containerOf } from "./containers";
import { documentsOf } from "./documents";
import type { ContainerDraft, Draft, EnvironmentDraft, ExistingVersion, ImageDraft, Note } from "./draft";
import { imageOf, type ImageContext, recipeKey } from "./images";
import { differenceOf, type InfrastructureSettings } from "./infrastructure";
import { lifecyclePolicyOf } from "./lifecycle";
import { fileTagsOf, wordsOf } from "./own-words";
import { networkOf } from "./network";
import {
  type AdoptedRecipe,
  type AdoptedRun,
  ownRunOf,
  recipesOf,
  runsOfRecipe,
  type SharedInfrastructure,
  sharedInfrastructure,
} from "./recipes";
import { instanceProfileOf, serviceRoleOf } from "./roles";
import { bucketsOf, encryptionOf, logGroupsOf, repositoryOf, topicOf } from "./settings";
import { sharedDistributionDrafts, sharedDistributionsOf } from "./shared-distributions";
import { free, withoutKind } from "./slug";
import { type Surroundings, surroundingsOf } from "./surroundings";
import { commonTags, ownTags } from "./tags";
import { nameOf, versionOf } from "./versions-of";

type BuiltImage = z.input<typeof builtImage>;
type BuiltContainer = z.input<typeof builtContainer>;

export interface TranslationOptions {
  readonly place: Place;
  readonly code: TerraformCode;
  readonly state?: StateSetting;
  /** Addresses of what the project names and does not make. */
  readonly given: ReadonlySet<string>;
  /** Addresses of what is left out. */
  readonly without: ReadonlySet<string>;
  /** Texts of the documents that are there already. */
  readonly documents: Readonly<Record<"component" | "workflow", ReadonlyMap<string, string>>>;
  /** Names of images and containers that are there already. */
  readonly taken: ReadonlySet<string>;
}

/** The definitions that say what a state holds. */
export function translate(resources: readonly ResourceInstance[], options: TranslationOptions): Draft {
  const open = resources.filter(({ address }) => !options.without.has(address));
  const ofType = (type: string): ResourceInstance[] => open.filter((each) => each.type === type);
  const notes: Note[] = [];
  const { place, code } = options;
  const surroundings = surroundingsOf(open, options.given, place.region);
  const tags = commonTags(resources, code);
  const components = documentsOf("component", ofType("aws_imagebuilder_component"), tags, options.documents.component);
  const workflows = documentsOf("workflow", ofType("aws_imagebuilder_workflow"), tags, options.documents.workflow);
  notes.push(...components.notes, ...workflows.notes);
  const recipes = recipesOf(open, options.taken, notes);
  const encryption = encryptionOf(surroundings, place);
  const runs = recipes.flatMap(runsOfRecipe);
  const main = sharedInfrastructure(runs);
  const base = main === undefined ? {} : asOfAll(main.settings);
  const alike = (kind: AdoptedRecipe["kind"]): SharedInfrastructure | undefined =>
    sharedInfrastructure(recipes.filter((each) => each.kind === kind).flatMap(runsOfRecipe), (settings) => {
      return Object.keys(differenceOf(settings, base)).length === 0;
    });
  const shared = { image: alike("image"), container: alike("container") };
  const context: BuiltContext = {
    place,
    workflows: workflows.byArn,
    tags,
    madeKeys: encryption.keys,
    base,
    baseWords: wordsOf(shared.image?.instance ?? shared.container?.instance, tags),
    shared,
    distributions: sharedDistributionsOf(recipes),
    taken: new Set(),
    notes,
  };

  const images = new Map<string, ImageDraft>();
  const containers = new Map<string, ContainerDraft>();
  const dockerfiles = new Map<string, string>();
  const builtImages: Record<string, BuiltImage> = {};
  const builtContainers: Record<string, BuiltContainer> = {};
  for (const each of recipes) {
    const { kind, name, recipe } = each;
    const run = ownRunOf(each)?.instance;
    const ofRecipe: ImageContext = {
      place,
      components,
      workflows,
      byRecipe: new Map(
        recipes.filter((other) => other.kind === kind).map((other) => [recipeKey(other.recipe), other.name]),
      ),
      madeKeys: encryption.keys,
    };
    const words = wordsOf(recipe, tags);
    if (kind === "image") {
      const fileTags = fileTagsOf(words, ownRunOf(each)?.distribution?.attributes ?? null);
      images.set(name, imageOf(recipe, run, fileTags, ofRecipe));
      builtImages[name] = builtImageOf(each, fileTags, context);
    } else {
      const found = containerOf(name, recipe, run, words.tags, ofRecipe);
      containers.set(name, found.definition);
      if (found.dockerfile !== undefined) dockerfiles.set(...found.dockerfile);
      const repository = textAt(recipe.attributes, "target_repository", 0, "repository_name") ?? "";
      builtContainers[name] = builtContainerOf(each, words.tags, repositoryOf(repository, surroundings), context);
    }
  }
  const lifecycle = lifecycleOf(ofType("aws_imagebuilder_lifecycle_policy"), recipes, tags, notes);
  return {
    environment: withoutUndefined({
      account: place.account,
      region: place.region,
      partition: place.partition === partitionOfRegion(place.region) ? undefined : place.partition,
      state: options.state,
      deployment: deploymentOf(code),
      network: networkOf(base.network, surroundings),
      ...buildOf(open, surroundings, recipes, context),
      encryption: encryption.setting,
      ...rolesOf(open, runs, surroundings, notes),
      activateInspector: ofType("aws_inspector2_enabler").length > 0 ? true : undefined,
      retainComponents: isRetaining(open, resources, recipes) ? true : undefined,
      tags: nonEmptyMap(tags),
      components: nonEmptyMap(components.settings),
      workflows: nonEmptyMap(workflows.settings),
      distributions: sharedDistributionDrafts(context),
      images: nonEmptyMap(builtImages),
      containers: nonEmptyMap(builtContainers),
      lifecycle: nonEmptyMap(lifecycle.drafts),
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
    sections: [
      ...recipes.map(({ kind, name, recipe }) => ({ path: [`${kind}s`, name], address: recipe.address })),
      ...[...components.origins].map(([document, address]) => ({ path: ["components", document], address })),
      ...[...workflows.origins].map(([document, address]) => ({ path: ["workflows", document], address })),
      ...[...context.distributions].map(([{ address }, name]) => ({ path: ["distributions", name], address })),
      ...[...lifecycle.origins].map(([name, address]) => ({ path: ["lifecycle", name], address })),
    ],
    notes,
  };
}

function recipeVersion({ kind, name, recipe }: AdoptedRecipe): ExistingVersion {
  return { kind: kind === "image" ? "imageRecipe" : "containerRecipe", name, version: versionOf(recipe) };
}

/** As an environment says it: its network has a subnet, and that of one build need not. */
function asOfAll({ network, ...others }: InfrastructureSettings): InfrastructureSettings {
  return network?.subnet === undefined ? others : { ...others, network };
}

function buildOf(
  open: readonly ResourceInstance[],
  surroundings: Surroundings,
  recipes: readonly AdoptedRecipe[],
  { base, baseWords, shared }: BuiltContext,
): Pick<EnvironmentDraft, "documents" | "build"> {
  const { instanceTypes, instanceProfile: profile, keyPair, terminateOnFailure, placement, metadata, tags } = base;
  const { documents, logs } = bucketsOf(open, surroundings, typeof base.logs === "object" ? base.logs : undefined);
  const named = (of: SharedInfrastructure | undefined, usual: string): string | undefined =>
    of === undefined || nameOf(of.instance) === usual ? undefined : nameOf(of.instance);
  // A name is there once: where images and containers share one, containers get another of the same content.
  const ofContainers = shared.container?.instance === shared.image?.instance ? undefined : shared.container;
  return {
    documents,
    build: withoutUndefined({
      name: named(shared.image, "image-factory"),
      containersName: named(ofContainers, "image-factory-containers"),
      instanceTypes,
      placement,
      metadata,
      instanceProfile: profile === undefined ? undefined : instanceProfileOf(profile.name, surroundings),
      keyPair,
      terminateOnFailure,
      logs,
      logGroups: logGroupsOf(
        recipes
          .filter((each) => ownRunOf(each) !== undefined)
          .map(({ recipe, pipelines }) => ({
            recipe: nameOf(recipe),
            pipelines: pipelines.map(({ instance }) => nameOf(instance)),
          })),
        surroundings,
      ),
      topic: topicOf(base.topic, surroundings),
      description: baseWords.description,
      configurationTags: nonEmptyMap(baseWords.tags),
      tags,
    }),
  };
}

function rolesOf(
  open: readonly ResourceInstance[],
  runs: readonly AdoptedRun[],
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
    runs.map(({ instance }) => textAt(instance.attributes, "execution_role")),
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
  tags: Tags,
  notes: Note[],
): { readonly drafts: NonNullable<EnvironmentDraft["lifecycle"]>; readonly origins: ReadonlyMap<string, string> } {
  const byRecipe = (kind: AdoptedRecipe["kind"]): ReadonlyMap<string, string> =>
    new Map(recipes.filter((each) => each.kind === kind).map(({ recipe, name }) => [nameOf(recipe), name]));
  const found = { images: byRecipe("image"), containers: byRecipe("container") };
  const taken = new Set<string>();
  const drafts: NonNullable<EnvironmentDraft["lifecycle"]> = {};
  const origins = new Map<string, string>();
  for (const policy of policies) {
    const draft = lifecyclePolicyOf(policy.attributes, found);
    const own = ownTags(policy, tags);
    if ("reason" in draft) {
      notes.push({ about: policy.address, says: draft.reason });
      continue;
    }
    const name = free(withoutKind(nameOf(policy), "policy", "lifecycle"), taken);
    drafts[name] = {
      ...(name === nameOf(policy) ? {} : { name: nameOf(policy) }),
      ...draft,
      ownTags: nonEmptyMap(own),
    };
    origins.set(name, policy.address);
  }
  return { drafts, origins };
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
  return nonEmptyMap(
    withoutUndefined({
      profile,
      role: arn === undefined ? undefined : withoutUndefined({ arn, externalId, sessionName }),
    }),
  );
}

/**
 * Whether older versions of components have to stay: the old code keeps them, or a recipe that is not taken over holds one, and AWS deletes no
 * component that a recipe holds.
 */
function isRetaining(
  open: readonly ResourceInstance[],
  all: readonly ResourceInstance[],
  recipes: readonly AdoptedRecipe[],
): boolean {
  const components = open.filter(({ type }) => type === "aws_imagebuilder_component");
  const taken = new Set(recipes.map(({ recipe }) => recipe));
  const held = new Set(
    all
      .filter((each) => /^aws_imagebuilder_(image|container)_recipe$/.test(each.type) && !taken.has(each))
      .flatMap(({ attributes }) => listAt(attributes, "component").map((use) => textAt(use, "component_arn"))),
  );
  return components.some(
    ({ attributes }) => booleanAt(attributes, "skip_destroy") === true || held.has(textAt(attributes, "arn")),
  );
}
