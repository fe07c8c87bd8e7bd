import type { Place } from "../../aws/place";
import { partitionOfRegion } from "../../aws/regions";
import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import type { StateSetting } from "../code/state-setting";
import type { TerraformCode } from "../code/terraform-code";
import type { ResourceInstance } from "../state/state";
import { buildSection, deploymentOf } from "./build-section";
import type { BuiltContext } from "./built-context";
import { documentsOf } from "./documents";
import type { Draft, ExistingVersion, Note } from "./draft";
import { differenceOf, type InfrastructureSettings } from "./infrastructure";
import { lifecycleSection } from "./lifecycle";
import { networkOf } from "./network";
import { wordsOf } from "./own-words";
import { recipeDrafts } from "./recipe-drafts";
import {
  type AdoptedRecipe,
  recipesOf,
  runsOfRecipe,
  type SharedInfrastructure,
  sharedInfrastructure,
} from "./recipes";
import { serviceRoles } from "./roles";
import { encryptionOf } from "./settings";
import { sharedDistributionDrafts, sharedDistributionsOf } from "./shared-distributions";
import { surroundingsOf } from "./surroundings";
import { commonTags } from "./tags";
import { versionOf } from "./versions-of";
import { retainsComponents, whatStays } from "./what-stays";

export interface TranslationOptions {
  readonly place: Place;
  readonly code: TerraformCode;
  readonly state?: StateSetting;
  /** Addresses of resources that stay unmanaged: the project only refers to them. */
  readonly given: ReadonlySet<string>;
  /** Addresses of resources that are left out. */
  readonly without: ReadonlySet<string>;
  /** Texts of the documents that the project already has. */
  readonly documents: Readonly<Record<"component" | "workflow", ReadonlyMap<string, string>>>;
  /** Names of images and containers that the project already has. */
  readonly taken: ReadonlySet<string>;
}

/** Translates the resources of a state to definitions and documents. */
export function translate(resources: readonly ResourceInstance[], options: TranslationOptions): Draft {
  const open = resources.filter(({ address }) => !options.without.has(address));
  const ofType = (type: string): ResourceInstance[] => open.filter((each) => each.type === type);
  const notes: Note[] = [];
  const { place, code } = options;
  const surroundings = surroundingsOf(open, options.given, place.region);
  const tags = commonTags(resources, code);
  const components = documentsOf("component", ofType("aws_imagebuilder_component"), tags, options.documents.component);
  const workflows = documentsOf("workflow", ofType("aws_imagebuilder_workflow"), tags, options.documents.workflow);
  notes.push(...components.notes, ...workflows.notes, ...whatStays(resources));
  const recipes = recipesOf(open, options.taken, notes);
  const encryption = encryptionOf(surroundings, place);
  const runs = recipes.flatMap(runsOfRecipe);
  const main = sharedInfrastructure(runs);
  const base = main === undefined ? {} : asOfAll(main.settings);
  const alike = (kind: AdoptedRecipe["kind"]): SharedInfrastructure | undefined =>
    sharedInfrastructure(
      recipes.filter((each) => each.kind === kind).flatMap(runsOfRecipe),
      (settings) => Object.keys(differenceOf(settings, base)).length === 0,
    );
  const shared = { image: alike("image"), container: alike("container") };
  const context: BuiltContext = {
    place,
    workflows: workflows.byArn,
    tags,
    createdKeys: encryption.keys,
    base,
    baseWords: wordsOf(shared.image?.instance ?? shared.container?.instance, tags),
    shared,
    distributions: sharedDistributionsOf(recipes),
    taken: new Set(),
    notes,
  };

  const drafts = recipeDrafts(recipes, { components, workflows }, surroundings, context);
  const files = [
    ...[...components.origins].map(([document, address]) => ({ path: ["components", document] as const, address })),
    ...[...workflows.origins].map(([document, address]) => ({ path: ["workflows", document] as const, address })),
    ...recipes.map(({ kind, name, recipe }) => ({ path: [`${kind}s`, name] as const, address: recipe.address })),
  ];
  const lifecycle = lifecycleSection(ofType("aws_imagebuilder_lifecycle_policy"), recipes, tags, notes);
  return {
    environment: withoutUndefined({
      account: place.account,
      region: place.region,
      partition: place.partition === partitionOfRegion(place.region) ? undefined : place.partition,
      state: options.state,
      deployment: deploymentOf(code),
      network: networkOf(base.network, surroundings),
      ...buildSection(open, surroundings, recipes, context),
      encryption: encryption.setting,
      ...serviceRoles(open, runs, surroundings, notes),
      activateInspector: ofType("aws_inspector2_enabler").length > 0 ? true : undefined,
      retainComponents: retainsComponents(open, resources, recipes) ? true : undefined,
      tags: nonEmptyMap(tags),
      components: nonEmptyMap(components.settings),
      workflows: nonEmptyMap(workflows.settings),
      distributions: sharedDistributionDrafts(context),
      images: nonEmptyMap(drafts.builtImages),
      containers: nonEmptyMap(drafts.builtContainers),
      lifecycle: nonEmptyMap(lifecycle.drafts),
    }),
    images: drafts.images,
    containers: drafts.containers,
    components: components.texts,
    workflows: workflows.texts,
    dockerfiles: drafts.dockerfiles,
    versions: [...components.versions, ...workflows.versions, ...recipes.map(recipeVersion)],
    origins: new Map(files.map(({ path: [folder, name], address }) => [`${folder}/${name}.yaml`, address])),
    sections: [
      ...files,
      ...[...context.distributions].map(([{ address }, name]) => ({ path: ["distributions", name], address })),
      ...[...lifecycle.origins].map(([name, address]) => ({ path: ["lifecycle", name], address })),
    ],
    notes,
  };
}

function recipeVersion({ kind, name, recipe }: AdoptedRecipe): ExistingVersion {
  return { kind: kind === "image" ? "imageRecipe" : "containerRecipe", name, version: versionOf(recipe) };
}

/** Returns the settings for an environment. Omits a network without subnet, because the network of an environment must have one. */
function asOfAll({ network, ...others }: InfrastructureSettings): InfrastructureSettings {
  return network?.subnet === undefined ? others : { ...others, network };
}
