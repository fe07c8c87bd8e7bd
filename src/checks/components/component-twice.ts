import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { arnName } from "../../aws/resource-name";
import { helloDocument } from "../../documents/examples";
import { documentName } from "../../factory/names";
import { type ComponentReference, documentOf, unpinnedDocumentOf } from "../../model/component-reference";
import type { YamlPath } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
import type { Recipe } from "../context/recipes";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const using = (...components: readonly string[]) => withImage({ components });
const audit = "arn: arn:aws:imagebuilder:us-east-1:123456789012:component/audit";

export const componentTwice: ProjectRule = {
  code: "component-twice",
  refusedBy: "AWS",
  summary:
    "A recipe contains each component once, whatever its version. Several uses of a document of this project are merged. A component of someone else cannot be merged, nor a document whose phases are not in the order of Image Builder's stages.",
  source:
    'service message "A component may be specified in an image recipe at most once", for other versions too; docs/decisions/0008-merging.md',
  fail: [
    using("aws: update-linux", "aws: reboot-linux", "aws: ▸update-linux"),
    using(`${audit}/1.0.2`, "arn: ▸arn:aws:imagebuilder:us-east-1:123456789012:component/audit/2.x.x"),
    {
      "components/linux/hello.yaml": helloDocument,
      ...using("linux/hello", "component: ▸linux/hello\nversion: 1.0.0"),
    },
  ],
  pass: [
    using("aws: update-linux", "aws: reboot-linux"),
    using(`${audit}/1.0.2`, "arn: arn:aws:imagebuilder:us-east-1:210987654321:component/audit/1.0.2"),
  ],
  severalAtOnePlace: true,
  eachRecipe(recipe, report, context) {
    for (const { index, other } of repeatedIn(recipe, context)) {
      const message = `the ${recipe.kind} already has ${other}, and a recipe contains a component once, whatever its version`;
      report(pathOf(recipe, index), message, "remove one of the two");
    }
    const fault = unmergeable(recipe, context);
    if (fault === undefined) return;
    const document = documentAt(recipe, fault.index) ?? "";
    const message = `"${document}" is used more than once, and a recipe contains a component once; the uses cannot be merged: ${fault.why}`;
    report(pathOf(recipe, fault.index), message, "use it once, or fix what keeps it from being merged");
  },
};

/** Returns the components that repeat an earlier one, except documents, whose uses are merged. */
function repeatedIn(
  recipe: Recipe,
  { buildersOf }: CheckContext,
): { readonly index: number; readonly other: string }[] {
  const accounts = new Set(buildersOf(recipe).map(({ value }) => value.account));
  /** First reference to each component. */
  const known = new Map<string, ComponentReference>();
  return recipe.definition.components.flatMap((reference, index) => {
    const names = componentsNamed(reference, accounts);
    const other = names.map((name) => known.get(name)).find((each) => each !== undefined);
    for (const name of names) if (!known.has(name)) known.set(name, reference);
    if (other === undefined) return [];
    const document = unpinnedDocumentOf(other);
    return document !== undefined && document === unpinnedDocumentOf(reference)
      ? []
      : [{ index, other: described(other) }];
  });
}

/** Returns the later use of a document that is used more than once and cannot be merged. */
function unmergeable(
  recipe: Recipe,
  { project }: CheckContext,
): { readonly index: number; readonly why: string } | undefined {
  const plan = project.mergePlans.get(recipe.definition.components);
  if (plan !== undefined) return "why" in plan ? { index: plan.repeated, why: plan.why } : undefined;
  const documents = recipe.definition.components.map(unpinnedDocumentOf);
  const index = documents.findIndex(
    (document, at) => document !== undefined && project.components.has(document) && documents.indexOf(document) < at,
  );
  return index < 0 ? undefined : { index, why: "a component of this image has errors" };
}

/** Returns the components that a reference may mean, as owner and name; for a document of this project, one for each account. */
function componentsNamed(reference: ComponentReference, accounts: ReadonlySet<string>): string[] {
  if (reference.from === "project")
    return [...accounts].map((account) => `${account}/${arnName(documentName(reference.document))}`);
  if (reference.from === "aws") return [`aws/${reference.name}`];
  const arn = parseImageBuilderArn(reference.arn);
  return arn?.type === "component" ? [`${arn.owner}/${arn.path[0]}`] : [];
}

function described(reference: ComponentReference): string {
  if (reference.from === "project") return `"${reference.document}"`;
  return `"${reference.from === "aws" ? reference.name : reference.arn}"`;
}

function documentAt({ definition }: Recipe, index: number): string | undefined {
  const reference = definition.components[index];
  return reference && documentOf(reference);
}

function pathOf({ definition }: Recipe, index: number): YamlPath {
  const reference = definition.components[index];
  return [
    "components",
    index,
    ...(reference === undefined ? [] : [reference.from === "project" ? "component" : reference.from]),
  ];
}
