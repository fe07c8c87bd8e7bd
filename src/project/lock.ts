import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { resolveContainerRecipe } from "../factory/resolve-container";
import { placeOf } from "../factory/resolve-factory";
import { documentOf, resolveImageRecipe } from "../factory/resolve-recipe";
import type { Problem, Range } from "../problems/problem";
import type { YamlSource } from "../problems/yaml-source";
import type { LockChange, VersionedKind } from "../versions/change";
import { digestOf, digestOfText } from "../versions/digest";
import type { EnvironmentEntries } from "../versions/environment-entry";
import { Ledger } from "../versions/ledger";
import type { LockOutcome } from "../versions/stale-lock";
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
  /** By document. */
  readonly componentVersions: ReadonlyMap<string, string>;
  /** By document. */
  readonly workflowVersions: ReadonlyMap<string, string>;
  /** By image, then environment. */
  readonly recipeVersions: ByEnvironment;
  /** By container, then environment. */
  readonly containerVersions: ByEnvironment;
  /** What the lock remembers of each environment, those that are gone among them. */
  readonly environments: EnvironmentEntries;
  /** Every version that a recipe ever had, the newest first. */
  readonly history: (kind: "imageRecipe" | "containerRecipe", name: string) => readonly string[];
}

export type ByEnvironment = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The line of documents that say none. */
const DEFAULT_LINE = "1.0";

/** Gives every component, workflow and recipe of a checked project its version. */
export function lockProject(project: Project): LockedProject {
  const { ledger, problems } = Ledger.read(lockFile, project.lock);
  const effective = effectiveComponents(project);
  const merged = effective.merged.map(({ document, text, of }) => ({
    document,
    text,
    line: DEFAULT_LINE,
    why: `follows ${[...new Set(of)].join(", ")}`,
  }));
  const components = [...project.components.values()].map(changedFile);
  const lockAll = (kind: "component" | "workflow", documents: readonly LockedDocument[]) =>
    new Map(documents.map((document) => [document.document, lockDocument(kind, document, ledger)]));
  const componentVersions = lockAll("component", [...components, ...merged]);
  const workflowVersions = lockAll("workflow", [...project.workflows.values()].map(changedFile));

  const context: Context = { project, componentVersions, effective, ledger };
  const recipeVersions = lockRecipes(imageRecipes(context), context);
  const containerVersions = lockRecipes(containerRecipes(context), context);
  ledger.finish();
  const { environments, problems: ofEnvironments } = lockEnvironments(project, ledger);
  return {
    text: ledger.toText(),
    current: project.lock,
    changes: ledger.changes,
    problems: [...problems, ...ledger.problems, ...ofEnvironments],
    componentVersions,
    workflowVersions,
    recipeVersions,
    containerVersions,
    environments,
    history: (kind, name) => ledger.history(kind, name),
  };
}

interface LockedDocument {
  readonly document: string;
  readonly text: string;
  /** major.minor */
  readonly line: string;
  readonly why: string;
  readonly at?: Range & { readonly file: string };
}

function changedFile({ document, file, text, checked }: DocumentFile): LockedDocument {
  const line = checked.document?.line;
  const at = line && { file, start: line.position, end: line.position };
  return { document, text, line: line?.text ?? DEFAULT_LINE, why: `${file} changed`, at };
}

/** A document is the same in every environment, so one digest under one name serves them all. */
function lockDocument(
  kind: "component" | "workflow",
  { document, text, line, why, at }: LockedDocument,
  ledger: Ledger,
): string {
  const everywhere = "*";
  const versions = ledger.assign({
    kind,
    name: document,
    line,
    digests: { [everywhere]: digestOfText(text) },
    why: () => why,
    at,
  });
  return versions.get(everywhere) ?? "";
}

interface Context {
  readonly project: Project;
  readonly componentVersions: ReadonlyMap<string, string>;
  readonly effective: EffectiveComponents;
  readonly ledger: Ledger;
}

interface Recipe {
  readonly kind: VersionedKind;
  readonly name: string;
  readonly line: string;
  readonly source?: YamlSource;
  /** Undefined where the environment does not build it. */
  readonly contentIn: (environment: EnvironmentDefinition) => unknown;
}

function imageRecipes({ project, componentVersions, effective }: Context): Recipe[] {
  const images = readableImages(project);
  return [...images].map(([name, definition]) => ({
    kind: "imageRecipe",
    name,
    line: definition.version,
    source: project.images.get(name)?.source,
    contentIn: (environment) => {
      if (!Object.hasOwn(environment.images, name)) return undefined;
      const place = placeOf(environment);
      const components = recipeComponents(name, environment, effective, componentVersions);
      return placeless(resolveImageRecipe(name, definition, images, environment, place, components), place);
    },
  }));
}

function containerRecipes({ project, componentVersions, effective }: Context): Recipe[] {
  const containers = readableContainers(project);
  return [...containers].map(([name, definition]) => ({
    kind: "containerRecipe",
    name,
    line: definition.version,
    source: project.containers.get(name)?.source,
    contentIn: (environment) => {
      if (!Object.hasOwn(environment.containers, name)) return undefined;
      const place = placeOf(environment);
      const components = recipeComponents(name, environment, effective, componentVersions);
      const { sha256 } = dockerfileOf(definition, project);
      return placeless(
        resolveContainerRecipe(name, definition, containers, environment, place, components, sha256),
        place,
      );
    },
  }));
}

function lockRecipes(recipes: readonly Recipe[], context: Context): ByEnvironment {
  return new Map(recipes.map((recipe) => [recipe.name, lockRecipe(recipe, context)]));
}

function lockRecipe(recipe: Recipe, { project, effective, ledger }: Context): ReadonlyMap<string, string> {
  const { kind, name, line, source } = recipe;
  const digests = [...readableEnvironments(project)].flatMap(([environment, value]) => {
    const content = recipe.contentIn(value);
    return content === undefined ? [] : [[environment, digestOf(content)] as const];
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
