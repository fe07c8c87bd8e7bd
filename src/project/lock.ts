import type { Place } from "../factory/arn";
import type { RecipeContent } from "../factory/image-factory";
import { placeOf } from "../factory/resolve-factory";
import { documentOf, resolveRecipe } from "../factory/resolve-recipe";
import type { Problem } from "../problems/problem";
import type { VersionChange } from "../versions/change";
import { digestOf, digestOfText } from "../versions/digest";
import { Ledger } from "../versions/ledger";
import type { LockOutcome } from "../versions/stale-lock";
import { readableImages } from "./check-images";
import { lockFile, type Project } from "./load-project";

/** The versions of a project, as its lock says or, where that is stale, as it will say. */
export interface LockedProject extends LockOutcome {
  /** Of the lock file itself. */
  readonly problems: readonly Problem[];
  /** By document. */
  readonly componentVersions: ReadonlyMap<string, string>;
  /** By image, then environment. */
  readonly recipeVersions: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The line of all components: documents have no place for one of their own. */
const COMPONENT_LINE = "1.0";

/** Gives every component and recipe of a checked project its version. */
export function lockProject(project: Project): LockedProject {
  const { ledger, problems } = Ledger.read(lockFile, project.lock);
  const componentVersions = new Map(
    [...project.components.values()].map((component) => [component.document, lockComponent(component, ledger)]),
  );
  const recipeVersions = new Map(
    [...readableImages(project).keys()].map((image) => [image, lockRecipe(image, project, componentVersions, ledger)]),
  );
  ledger.finish();
  return {
    text: ledger.toText(),
    current: project.lock,
    changes: ledger.changes,
    problems: [...problems, ...ledger.problems],
    componentVersions,
    recipeVersions,
  };
}

/** A document is the same in every environment, so one digest under one name serves them all. */
function lockComponent(
  { document, file, text }: { document: string; file: string; text: string },
  ledger: Ledger,
): string {
  const everywhere = "*";
  const versions = ledger.assign({
    kind: "component",
    name: document,
    line: COMPONENT_LINE,
    digests: { [everywhere]: digestOfText(text) },
    why: () => `${file} changed`,
  });
  return versions.get(everywhere) ?? "";
}

function lockRecipe(
  name: string,
  project: Project,
  componentVersions: ReadonlyMap<string, string>,
  ledger: Ledger,
): ReadonlyMap<string, string> {
  const images = readableImages(project);
  const definition = images.get(name);
  if (definition === undefined) return new Map();
  const building = [...project.environments].flatMap(([environment, { value }]) =>
    value !== undefined && name in value.images ? [[environment, value] as const] : [],
  );
  const digests = building.map(([environment, value]) => {
    const versionOf = (document: string) => componentVersions.get(document) ?? "";
    const place = placeOf(value);
    return [
      environment,
      digestOf(placeless(resolveRecipe(name, definition, images, value, place, versionOf), place)),
    ] as const;
  });
  const documents = definition.components.map(documentOf);
  const source = project.images.get(name)?.source;
  return ledger.assign({
    kind: "imageRecipe",
    name,
    line: definition.version,
    digests: Object.fromEntries(digests),
    why: () => causeOf(name, documents, ledger.changes, project),
    at: source && { file: source.file, ...source.locate(["version"]) },
  });
}

/**
 * A recipe without the account and region in its ARNs: these are of the environment, not of the content, and the same recipe is to have
 * the same version everywhere.
 */
function placeless(content: RecipeContent, { partition, region, account }: Place): RecipeContent {
  const prefix = `arn:${partition}:imagebuilder:${region}:`;
  const neutral = (arn: string): string => {
    if (!arn.startsWith(prefix)) return arn;
    const rest = arn.slice(prefix.length);
    return rest.startsWith(`${account}:`) ? `own:${rest.slice(account.length + 1)}` : rest;
  };
  return {
    ...content,
    parentImage: neutral(content.parentImage),
    components: content.components.map((component) =>
      "arn" in component ? { ...component, arn: neutral(component.arn) } : component,
    ),
  };
}

/** The components that took a step are the cause; where none did, it is what the user wrote about the image. */
function causeOf(
  image: string,
  documents: readonly (string | undefined)[],
  changes: readonly VersionChange[],
  project: Project,
): string {
  const stepped = changes.filter(
    ({ kind, name, to }) => kind === "component" && to !== undefined && documents.includes(name),
  );
  if (stepped.length > 0) return `follows ${stepped.map(({ name, to }) => `${name} ${to ?? ""}`).join(", ")}`;
  const file = project.images.get(image)?.source.file ?? "";
  return `${file}, an image it stands on or its environment changed`;
}
