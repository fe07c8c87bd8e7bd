import type { Platform } from "../../aws/platform";
import { type MapNode, plainText, valueOf } from "../../problems/yaml-tree";
import { checkComponentRules, checkDirectives } from "../check-rules";
import type { ComponentDocument, DeclaredParameter } from "../component-document";
import { type Directives, directivesIn, saidBy } from "../directives/directives";
import { checkFields } from "../reading/fields";
import type { Report } from "../reading/report";
import type { ScriptText } from "../scripts/script-text";
import { commonPlatforms, type Outline, outlineOf, type Variable } from "./outline";
import { s3AccessOf } from "./s3-access";
import { scriptTexts } from "./script-texts";
import { documentFields } from "./top-level";

export interface CheckedComponent {
  readonly document: ComponentDocument;
  /** Scripts of the component. They are checked separately. */
  readonly scripts: readonly ScriptText[];
}

/**
 * Checks a component document except for its scripts.
 *
 * @param platform platform of the component, if it is known; otherwise inferred from the actions
 * @param scripts whether to include the script rules that check steps and parameters
 */
export function checkComponent(
  root: MapNode,
  platform: Platform | undefined,
  scripts: boolean,
  report: Report,
): CheckedComponent {
  const { source } = report;
  const outline = outlineOf(root);
  const platforms = commonPlatforms(outline);
  const directives = directivesIn(source, ["version", "supported-os"]);
  checkDirectives(directives, report);
  checkFields(root, documentFields, { name: "the document", at: root.entries[0]?.keyNode ?? root }, report);
  checkComponentRules({ outline, source, platform, platforms }, scripts, report);
  return {
    document: documentOf(outline, platforms, saidBy(directives, source), report),
    scripts: scriptTexts(outline, report),
  };
}

function documentOf(
  outline: Outline,
  platforms: readonly Platform[],
  directives: Directives,
  report: Report,
): ComponentDocument {
  const phases = outline.phases.flatMap(({ phaseName }) => phaseName ?? []);
  return {
    kind: "component",
    name: plainText(valueOf(outline.root, "name")),
    description: plainText(valueOf(outline.root, "description")),
    platforms,
    parameters: outline.variables
      .filter(({ kind }) => kind === "parameter")
      .map((variable) => parameterOf(variable, report)),
    phases,
    s3: s3AccessOf(outline, report),
    actions: actionsOf(outline),
    type: phases.length === 1 && phases[0] === "test" ? "TEST" : "BUILD",
    ...directives,
    text: report.source.text,
  };
}

function actionsOf({ phases }: Outline): string[] {
  return [...new Set(phases.flatMap(({ steps }) => steps.flatMap(({ action }) => action?.name ?? [])))];
}

function parameterOf({ name, keyNode, definition }: Variable, report: Report): DeclaredParameter {
  const allowed = valueOf(definition, "allowedValues");
  return {
    name,
    type: plainText(valueOf(definition, "type")) ?? "string",
    default: plainText(valueOf(definition, "default")),
    description: plainText(valueOf(definition, "description")),
    allowedValues: allowed?.kind === "list" ? allowed.items.flatMap((item) => plainText(item) ?? []) : undefined,
    position: report.source.position(keyNode.start),
  };
}
