import { groupBy } from "../collections/group-by";
import { placeOf } from "../factory/place";
import type { LockedRecipe, ResolvedRecipe } from "../factory/resolved-recipe";
import { type ComponentReference, type RecipeComponent, unpinnedDocumentOf } from "../model/component-reference";
import { standsOn } from "../model/parent";
import type { RecipeKind } from "../model/recipe";
import { required } from "../model/required";
import type { YamlSource } from "../problems/yaml-source";
import type { LockChange } from "../versions/change";
import { digestOf } from "../versions/digest";
import type { Ledger } from "../versions/ledger";
import { isRenamed } from "../versions/name-history";
import { componentKey, type DefinedNames, recipeKey, repositoryKey } from "./defined-names";
import type { Project } from "./load-project";
import type { DocumentVersion } from "./lock-documents";
import { overriddenIn } from "./overridden";
import { digestedRecipe } from "./recipe-digest";
import type { Resolved } from "./resolved";
import { unknownVersions } from "./unknown-versions";

/** Locked recipes by image or container, then by environment. */
export type LockedRecipes = ReadonlyMap<string, ReadonlyMap<string, LockedRecipe>>;

interface Context {
  readonly project: Project;
  readonly resolved: Resolved;
  readonly componentVersion: DocumentVersion;
  readonly names: DefinedNames;
  readonly ledger: Ledger;
}

interface Definition {
  readonly kind: RecipeKind;
  readonly name: string;
  readonly source: YamlSource;
}

/** For each component document, its new versions in words, with their index in the list of changes. */
type Steps = ReadonlyMap<string, readonly { readonly text: string; readonly index: number }[]>;

/** A recipe in one environment, with the versions of its components. */
interface Candidate {
  readonly environment: string;
  readonly recipe: ResolvedRecipe;
  readonly components: readonly RecipeComponent[];
}

/** Assigns versions to the recipes of images and containers in each environment. Recipes that no environment builds get none. */
export function lockRecipes(context: Context): LockedRecipes {
  const { images, containers } = context.project;
  const steps = stepsIn(context.ledger.changes);
  const definitions: readonly Definition[] = [
    ...[...images].map(([name, { source }]) => ({ kind: "image", name, source }) as const),
    ...[...containers].map(([name, { source }]) => ({ kind: "container", name, source }) as const),
  ];
  return new Map(definitions.map((definition) => [definition.name, lockRecipe(definition, context, steps)]));
}

function lockRecipe(
  { kind, name, source }: Definition,
  context: Context,
  steps: Steps,
): ReadonlyMap<string, LockedRecipe> {
  const { ledger } = context;
  const versionedKind = `${kind}Recipe` as const;
  const candidates = candidatesOf(name, context);
  const [first] = candidates;
  const written = candidates.flatMap(({ recipe }) => recipe.definition.components);
  ledger.refuse(unknownVersions(source, written, ledger));
  const versions = ledger.assign({
    kind: versionedKind,
    name,
    line: first?.recipe.definition.version,
    digests: Object.fromEntries(
      candidates.map((candidate) => [candidate.environment, digestOf(contentOf(candidate, context))]),
    ),
    why: () => causeOf(source.file, first?.recipe.references ?? [], steps),
    at: { file: source.file, ...source.locate(["version"]) },
  });
  const allVersions = ledger.history(versionedKind, name);
  return new Map(
    candidates.map(({ environment, recipe, components }) => {
      const version = required(versions.get(environment), `the ${kind} "${name}"`);
      return [environment, { ...recipe, components, version, allVersions }];
    }),
  );
}

function candidatesOf(name: string, { resolved, componentVersion }: Context): Candidate[] {
  return [...resolved.environments].flatMap(([environment, { recipes }]) => {
    const recipe = recipes.get(name);
    if (recipe === undefined) return [];
    const versioned = (reference: ComponentReference): RecipeComponent =>
      reference.from === "project"
        ? { ...reference, version: reference.version ?? componentVersion(reference.document, environment) }
        : reference;
    return [{ environment, recipe, components: recipe.references.map(versioned) }];
  });
}

function contentOf({ environment, recipe, components }: Candidate, context: Context): object {
  const definition = required(
    context.resolved.environments.get(environment),
    `environment "${environment}"`,
  ).definition;
  return {
    ...digestedRecipe(recipe, components, placeOf(definition)),
    renamed: renamedIn(environment, recipe, context),
    overridden: overriddenIn(`${recipe.kind}Recipe`, recipe.name, definition),
  };
}

/** Returns the names in a recipe that differ from those at its first publication. Undefined if none differ. */
function renamedIn(
  environment: string,
  { name, definition, references }: ResolvedRecipe,
  { names, ledger }: Context,
): Readonly<Record<string, string>> | undefined {
  const histories = ledger.rememberedEnvironments.get(environment)?.names ?? new Map<string, readonly string[]>();
  const parent = standsOn(definition.parent);
  const keys = [
    ...references.flatMap((reference) => (reference.from === "project" ? [componentKey(reference.document)] : [])),
    ...(parent === undefined ? [] : [recipeKey(parent)]),
    repositoryKey(name),
  ];
  const renamed = keys.flatMap((key) => {
    const defined = names.get(environment)?.get(key);
    return defined !== undefined && isRenamed(defined, histories) ? [[key, defined.name] as const] : [];
  });
  return renamed.length === 0 ? undefined : Object.fromEntries(renamed);
}

function stepsIn(changes: readonly LockChange[]): Steps {
  const steps = changes.flatMap((change, index) =>
    change.kind === "component" && change.to !== undefined
      ? [{ name: change.name, text: `${change.name} ${change.to}`, index }]
      : [],
  );
  return groupBy(steps, ({ name }) => name);
}

/** Returns the cause of a new recipe version: the components with new versions, otherwise a change of the definition. */
function causeOf(file: string, references: readonly ComponentReference[], steps: Steps): string {
  const documents = new Set(references.map(unpinnedDocumentOf));
  const stepped = [...documents]
    .flatMap((document) => (document === undefined ? [] : (steps.get(document) ?? [])))
    .sort((a, b) => a.index - b.index);
  if (stepped.length > 0) return `follows ${stepped.map(({ text }) => text).join(", ")}`;
  return `${file}, one of its parents or its environment changed`;
}
