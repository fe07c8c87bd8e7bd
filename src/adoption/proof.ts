import { printable } from "../problems/printable";
import type { Change, Plan } from "../review/plan/plan";
import { inWords } from "../review/plan/value";
import { isProvenance } from "../review/story/consumers";

/** Result of the check of the first plan after an adoption. */
export interface Proof {
  /** True if there are no violations. */
  readonly holds: boolean;
  /** A message for each resource that would be destroyed or replaced, and for an incomplete plan. */
  readonly violations: readonly string[];
  /** Addresses of recipes that are replaced by their next version, and of their images, if that is allowed. */
  readonly versions: readonly string[];
  readonly created: readonly string[];
  /** A message of several lines for each change in place. */
  readonly updated: readonly string[];
  readonly moved: number;
  readonly imported: number;
  /** Addresses that are removed from the state and stay in AWS. */
  readonly forgotten: readonly string[];
}

/** Checks that a plan destroys and replaces nothing. @param newVersions whether new versions of recipes are allowed. Default: false */
export function proofOf({ changes, errored, complete }: Plan, { newVersions = false } = {}): Proof {
  const managed = changes.filter(({ mode }) => mode === "managed");
  const of = (action: Change["action"]): Change[] => managed.filter((change) => change.action === action);
  const isVersion = (change: Change): boolean =>
    newVersions &&
    change.order === "create-first" &&
    ((recipes.includes(change.type) && change.forcedBy.includes("version")) || isBuildOf(change));
  const violations = [
    ...of("delete").map(
      ({ address, deposed }) => `${address} would be destroyed${deposed ? " (left over from a replacement)" : ""}`,
    ),
    ...of("replace")
      .filter((change) => !isVersion(change))
      .map(
        ({ address, forcedBy }) =>
          `${address} would be replaced${forcedBy.length === 0 ? "" : `, because of ${forcedBy.join(", ")}`}`,
      ),
    ...of("unknown").map(({ address }) => `${address} would be changed in a way that is not known here`),
    ...(errored ? ["the plan was not made to its end"] : []),
    ...(complete ? [] : ["the plan is not complete: one apply would not do all"]),
  ];
  return {
    holds: violations.length === 0,
    violations,
    versions: of("replace")
      .filter(isVersion)
      .map(({ address }) => address),
    created: of("create").map(({ address }) => address),
    updated: of("update").map(updateInWords),
    moved: managed.filter(({ movedFrom }) => movedFrom !== undefined).length,
    imported: managed.filter(({ imported }) => imported !== undefined).length,
    forgotten: of("forget").map(({ address }) => address),
  };
}

const recipes = ["aws_imagebuilder_image_recipe", "aws_imagebuilder_container_recipe"];

/** Checks whether a change rebuilds an image only because of its recipe. */
function isBuildOf({ type, forcedBy }: Change): boolean {
  return type === "aws_imagebuilder_image" && forcedBy.every((name) => /^(image|container)_recipe_arn$/.test(name));
}

/** Describes a change in place: the address, and below it a line for each argument. */
function updateInWords({ address, differences }: Change): string {
  const isOwnTag = ({ path }: Change["differences"][number]): boolean => isProvenance(String(path.at(-1)));
  const lines = differences
    .filter((each) => !isOwnTag(each))
    .map(({ path, before, after }) => `${path.join(".")}: ${inWords(before, 60)} → ${inWords(after, 60)}`);
  if (differences.some(isOwnTag))
    lines.push("its AMIs get the tags golden-image…, which say what they were built from");
  if (lines.length === 0) lines.push("only what the provider stores in the state");
  return [address, ...lines.map((line) => `    ${line}`)].join("\n");
}

/** Formats a proof as lines of text. */
export function proofInWords(proof: Proof): string[] {
  const { violations, versions, created, updated, moved, imported, forgotten } = proof;
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line.split("\n").map(printable).join("\n")}`)];
  return [
    ...list("Destroyed or replaced", violations),
    ...list("Replaced by their next version, the old one last", versions),
    ...list("Changed in place", updated),
    ...list("Made in addition", created),
    ...list("Removed from the state, kept in AWS", forgotten),
    `First plan: ${moved} moved, ${imported} imported, ${created.length} to add, ${updated.length} to change, ` +
      `${violations.length} to destroy or replace, ${forgotten.length} unchanged in AWS.`,
  ];
}
