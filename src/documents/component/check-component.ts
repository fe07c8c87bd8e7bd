import type { Platform } from "../../aws/platform";
import { type MapNode, plainText, valueOf } from "../../problems/yaml-tree";
import { checkComponentRules, checkDirectives, checkScripts } from "../check-rules";
import type { ComponentDocument, DeclaredParameter } from "../component-document";
import { type Directives, directivesIn, saidBy } from "../directives/directives";
import { checkFields } from "../reading/fields";
import type { Report } from "../reading/report";
import { commonPlatforms, type Outline, outlineOf, type Variable } from "./outline";
import { s3AccessOf } from "./s3-access";
import { scriptTexts } from "./script-texts";
import { documentFields } from "./top-level";

/**
 * Checks a component document.
 *
 * @param platform platform of the component, if it is known; otherwise inferred from the actions
 */
export function checkComponent(root: MapNode, platform: Platform | undefined, report: Report): ComponentDocument {
  const { source } = report;
  const outline = outlineOf(root);
  const platforms = commonPlatforms(outline);
  const directives = directivesIn(source, ["version", "supported-os"]);
  checkDirectives(directives, report);
  checkFields(root, documentFields, { name: "the document", at: root.entries[0]?.keyNode ?? root }, report);
  const scripts = scriptTexts(outline, report);
  checkComponentRules({ outline, source, scripts, platform, platforms }, report);
  checkScripts(scripts, report);
  return documentOf(outline, platforms, saidBy(directives, source), report);
}

function documentOf(
  outline: Outline,
  platforms: readonly Platform[],
  directives: Directives,
  report: Report,
): ComponentDocument {
  return {
    kind: "component",
    description: plainText(valueOf(outline.root, "description")),
    platforms,
    parameters: outline.variables.filter(({ kind }) => kind === "parameter").map(parameterOf),
    phases: outline.phases.flatMap(({ phaseName }) => phaseName ?? []),
    s3: s3AccessOf(outline, report),
    actions: actionsOf(outline),
    ...directives,
  };
}

function actionsOf({ phases }: Outline): string[] {
  return [...new Set(phases.flatMap(({ steps }) => steps.flatMap(({ action }) => action?.name ?? [])))];
}

function parameterOf({ name, definition }: Variable): DeclaredParameter {
  const allowed = valueOf(definition, "allowedValues");
  return {
    name,
    default: plainText(valueOf(definition, "default")),
    allowedValues: allowed?.kind === "list" ? allowed.items.flatMap((item) => plainText(item) ?? []) : undefined,
  };
}
