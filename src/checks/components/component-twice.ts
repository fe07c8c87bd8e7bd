import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { arnName } from "../../aws/resource-name";
import { helloDocument } from "../../documents/examples";
import { documentName } from "../../factory/names";
import { type ComponentReference, unpinnedDocumentOf } from "../../model/component-reference";
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
    const repeated = repeatedIn(recipe, context);
    const fault = unmergeable(recipe, context);
    recipe.definition.components.forEach((reference, index) => {
      const path = ["components", index, reference.from === "project" ? "component" : reference.from];
      const other = repeated.get(index);
      if (other !== undefined) {
        const message = `the ${recipe.kind} already has ${other}, and a recipe contains a component once, whatever its version`;
        report(path, message, "remove one of the two");
      }
      if (index !== fault?.index) return;
      const message = `${described(reference)} is used more than once, and a recipe contains a component once; the uses cannot be merged: ${fault.why}`;
      report(path, message, "use it once, or fix what keeps it from being merged");
    });
  },
};

/** Returns the index of each component that repeats an earlier one, and that one, except documents, whose uses are merged. */
function repeatedIn(recipe: Recipe, { buildersOf }: CheckContext): ReadonlyMap<number, string> {
  const accounts = new Set(buildersOf(recipe).map(({ value }) => value.account));
  /** First reference to each component. */
  const known = new Map<string, ComponentReference>();
  const repeated = new Map<number, string>();
  for (const [index, reference] of recipe.definition.components.entries()) {
    const names = componentsNamed(reference, accounts);
    const other = names.map((name) => known.get(name)).find((each) => each !== undefined);
    for (const name of names) if (!known.has(name)) known.set(name, reference);
    if (other === undefined) continue;
    const document = unpinnedDocumentOf(other);
    if (document === undefined || document !== unpinnedDocumentOf(reference)) repeated.set(index, described(other));
  }
  return repeated;
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
