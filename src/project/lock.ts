import type { DocumentSettings } from "../definitions/schema/document-settings";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { resolveContainerRecipe } from "../factory/resolve-container";
import { arnName } from "../aws/resource-name";
import { documentName } from "../factory/names";
import { placeOf } from "../factory/resolve-factory";
import { terraformName } from "../factory/terraform-name";
import { resolveImageRecipe } from "../factory/resolve-recipe";
import { documentOf } from "../model/document-of";
import { standsOn } from "../model/parent";
import type { Problem, Range } from "../problems/problem";
import type { YamlSource } from "../problems/yaml-source";
import type { Adoption } from "../versions/adoption";
import type { LockChange, VersionedKind } from "../versions/change";
import { digestOf, digestOfText } from "../versions/digest";
import type { EnvironmentEntries } from "../versions/environment-entry";
import { EVERYWHERE, Ledger } from "../versions/ledger";
import { isRenamed } from "../versions/name-history";
import type { LockOutcome } from "../versions/stale-lock";
import { type AskedNames, askedNames, componentKey, recipeKey, repositoryKey } from "./asked-names";
import { dockerfileOf } from "./dockerfiles";
import { type EffectiveComponents, effectiveComponents } from "./effective-components";
import { type DocumentFile, lockFile, type Project } from "./load-project";
import { lockEnvironments } from "./lock-environments";
import { placeless } from "./placeless";
import { readableContainers, readableEnvironments, readableImages } from "./readable";
import { recipeComponents } from "./recipe-components";

/** The versions of a project, as its lock says or, where that is stale, as it will say. */
export interface LockedProject extends LockOutcome {
  /** Of the lock file itself. */
  readonly problems: readonly Problem[];
  readonly componentVersion: DocumentVersion;
  readonly workflowVersion: DocumentVersion;
  /** By image, then environment. */
  readonly recipeVersions: ByEnvironment;
  /** By container, then environment. */
  readonly containerVersions: ByEnvironment;
  /** What the lock remembers of each environment, those that are gone among them. */
  readonly environments: EnvironmentEntries;
  /** Every version that a recipe ever had, the newest first. */
  readonly history: (kind: "imageRecipe" | "containerRecipe", name: string) => readonly string[];
}

/** The version of a document in an environment; empty for one that is not there. */
type DocumentVersion = (document: string, environment: string) => string;

type ByEnvironment = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Gives every component, workflow and recipe of a checked project its version.
 *
 * @param adoptions what is published in AWS already
 */
export function lockProject(project: Project, adoptions: readonly Adoption[] = []): LockedProject {
  const { ledger, problems } = Ledger.read(lockFile, project.lock, adoptions);
  const effective = effectiveComponents(project);
  const merged = effective.merged.map(({ document, text, of }) => ({
    document,
    text,
    why: `follows ${[...new Set(of)].join(", ")}`,
  }));
  const components = [...project.components.values()].map(changedFile);
  const names = askedNames(readableEnvironments(project), effective, ledger);
  const lockAll = (kind: "component" | "workflow", documents: readonly LockedDocument[]): DocumentVersion => {
    const versions = new Map(
      documents.map((document) => [
        document.document,
        lockDocument(kind, document, readableEnvironments(project), ledger),
      ]),
    );
    return (document, environment) => {
      const given = versions.get(document);
      return given?.get(environment) ?? given?.get(EVERYWHERE) ?? "";
    };
  };
  const componentVersion = lockAll("component", [...components, ...merged]);
  const workflowVersion = lockAll("workflow", [...project.workflows.values()].map(changedFile));

  const context: Context = { project, componentVersion, effective, names, ledger };
  const recipeVersions = lockRecipes(imageRecipes(context), context);
  const containerVersions = lockRecipes(containerRecipes(context), context);
  ledger.finish();
  const { environments, problems: ofEnvironments } = lockEnvironments(project, names, ledger);
  return {
    text: ledger.toText(),
    current: project.lock,
    changes: ledger.changes,
    problems: [...problems, ...ledger.problems, ...ofEnvironments],
    componentVersion,
    workflowVersion,
    recipeVersions,
    containerVersions,
    environments,
    history: (kind, name) => ledger.history(kind, name),
  };
}

interface LockedDocument {
  readonly document: string;
  readonly text: string;
  /** major.minor, where it says one. */
  readonly line?: string;
  readonly why: string;
  readonly at?: Range & { readonly file: string };
}

function changedFile({ document, file, text, checked }: DocumentFile): LockedDocument {
  const line = checked.document?.line;
  const at = line && { file, start: line.position, end: line.position };
  return { document, text, line: line?.text, why: `${file} changed`, at };
}

/**
 * A document is the same in every environment, so one digest under one name serves them all, unless an environment says something of its own of it, or its
 * versions differ because it was adopted from several that had come apart.
 */
function lockDocument(
  kind: "component" | "workflow",
  { document, text, line, why, at }: LockedDocument,
  environments: ReadonlyMap<string, EnvironmentDefinition>,
  ledger: Ledger,
): ReadonlyMap<string, string> {
  const special = new Map(
    [...environments].map(([environment, definition]) => [environment, specialIn(kind, document, definition)]),
  );
  const isApart =
    [...special.values()].some((each) => each !== undefined) ||
    typeof ledger.currentOf(kind, document) === "object" ||
    ledger.adoptionsOf(kind, document).some(({ environment }) => environment !== undefined);
  const digest = digestOfText(text);
  return ledger.assign({
    kind,
    name: document,
    line,
    digests: isApart
      ? Object.fromEntries(
          [...special].map(([environment, each]) => [
            environment,
            each === undefined ? digest : digestOf({ text: digest, ...each }),
          ]),
        )
      : { [EVERYWHERE]: digest },
    why: () => why,
    at,
  });
}

interface Context {
  readonly project: Project;
  readonly componentVersion: DocumentVersion;
  readonly effective: EffectiveComponents;
  readonly names: AskedNames;
  readonly ledger: Ledger;
}

interface Recipe {
  readonly kind: VersionedKind;
  readonly name: string;
  readonly line?: string;
  readonly source?: YamlSource;
  /** Of another recipe of the project that it stands on. */
  readonly parent?: string;
  /** Undefined where the environment does not build it. */
  readonly contentIn: (name: string, environment: EnvironmentDefinition) => object | undefined;
}

function imageRecipes({ project, componentVersion, effective }: Context): Recipe[] {
  const images = readableImages(project);
  return [...images].map(([name, definition]) => ({
    kind: "imageRecipe",
    name,
    line: definition.version,
    source: project.images.get(name)?.source,
    parent: standsOn(definition.parent),
    contentIn: (environmentName, environment) => {
      if (!Object.hasOwn(environment.images, name)) return undefined;
      const place = placeOf(environment);
      const components = recipeComponents(name, environment, effective, (document) =>
        componentVersion(document, environmentName),
      );
      return placeless(resolveImageRecipe(name, definition, images, environment, place, ofFiles, components), place);
    },
  }));
}

function containerRecipes({ project, componentVersion, effective }: Context): Recipe[] {
  const containers = readableContainers(project);
  return [...containers].map(([name, definition]) => ({
    kind: "containerRecipe",
    name,
    line: definition.version,
    source: project.containers.get(name)?.source,
    parent: standsOn(definition.parent),
    contentIn: (environmentName, environment) => {
      if (!Object.hasOwn(environment.containers, name)) return undefined;
      const place = placeOf(environment);
      const components = recipeComponents(name, environment, effective, (document) =>
        componentVersion(document, environmentName),
      );
      const { sha256 } = dockerfileOf(definition, project);
      const names = {
        ...ofFiles,
        repository: (container: string) => environment.containers[container]?.repository.name ?? arnName(container),
      };
      return placeless(
        resolveContainerRecipe(name, definition, containers, environment, place, names, components, sha256),
        place,
      );
    },
  }));
}

/** Arguments that can change in place, or are Terraform's own. */
const inPlace = new Set(["tags", "lifecycle", "depends_on", "provider", "timeouts"]);

/** What an environment overrides in a component, workflow or recipe, so that it is part of the content; undefined where it is nothing. */
function overriddenIn(address: string, { overrides }: EnvironmentDefinition): object | undefined {
  const given = Object.hasOwn(overrides, address) ? overrides[address] : undefined;
  const entries = Object.entries(given ?? {}).filter(([name]) => !inPlace.has(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** What an environment says of a document that AWS cannot change in place; undefined where it is nothing. */
function specialIn(kind: "component" | "workflow", document: string, environment: EnvironmentDefinition) {
  const settings = environment[`${kind}s`];
  const { description, changeDescription, kmsKey } = Object.hasOwn(settings, document)
    ? (settings[document] ?? {})
    : ({} as Partial<DocumentSettings>);
  const overridden = overriddenIn(addressOf(kind, documentName(document)), environment);
  const said = { description, changeDescription, kmsKey, overridden };
  return Object.values(said).every((each) => each === undefined) ? undefined : said;
}

const types = {
  component: "aws_imagebuilder_component",
  workflow: "aws_imagebuilder_workflow",
  imageRecipe: "aws_imagebuilder_image_recipe",
  containerRecipe: "aws_imagebuilder_container_recipe",
} as const satisfies Record<VersionedKind, string>;

function addressOf(kind: VersionedKind, id: string): string {
  return `${types[kind]}.${terraformName(id)}`;
}

/** Names in AWS are no part of a content: environments that differ in these alone share their versions. */
const ofFiles = { recipe: (name: string) => name };

/** The names in a recipe that are not those under which it was first published. */
function renamedIn(
  recipe: Recipe,
  environment: string,
  { names, effective, ledger }: Context,
): Readonly<Record<string, string>> | undefined {
  const histories = ledger.rememberedEnvironments.get(environment)?.names ?? new Map<string, readonly string[]>();
  const documents = (effective.references.get(recipe.name) ?? []).map(documentOf);
  const keys = [
    ...documents.flatMap((document) => (document === undefined ? [] : [componentKey(document)])),
    ...(recipe.parent === undefined ? [] : [recipeKey(recipe.parent)]),
    repositoryKey(recipe.name),
  ];
  const renamed = keys.flatMap((key) => {
    const asked = names.get(environment)?.get(key);
    return asked !== undefined && isRenamed(asked, histories) ? [[key, asked.name] as const] : [];
  });
  return renamed.length === 0 ? undefined : Object.fromEntries(renamed);
}

function lockRecipes(recipes: readonly Recipe[], context: Context): ByEnvironment {
  return new Map(recipes.map((recipe) => [recipe.name, lockRecipe(recipe, context)]));
}

function lockRecipe(recipe: Recipe, context: Context): ReadonlyMap<string, string> {
  const { project, effective, ledger } = context;
  const { kind, name, line, source } = recipe;
  const digests = [...readableEnvironments(project)].flatMap(([environment, value]) => {
    const content = recipe.contentIn(environment, value);
    if (content === undefined) return [];
    const overridden = overriddenIn(addressOf(kind, name), value);
    const renamed = renamedIn(recipe, environment, context);
    return [[environment, digestOf({ ...content, renamed, overridden })] as const];
  });
  const documents = (effective.references.get(name) ?? []).map(documentOf);
  return ledger.assign({
    kind,
    name,
    line,
    digests: Object.fromEntries(digests),
    why: () => causeOf(source?.file ?? "", documents, ledger.changes),
    at: source && { file: source.file, ...source.locate(["version"]) },
  });
}

/** The components that took a step are the cause; where none did, it is what the user wrote. */
function causeOf(file: string, documents: readonly (string | undefined)[], changes: readonly LockChange[]): string {
  const stepped = changes.flatMap((change) =>
    change.kind === "component" && change.to !== undefined && documents.includes(change.name)
      ? [`${change.name} ${change.to}`]
      : [],
  );
  if (stepped.length > 0) return `follows ${stepped.join(", ")}`;
  return `${file}, an image it stands on or its environment changed`;
}
