import type { Rule } from "../problems/rule";
import type { YamlSource } from "../problems/yaml-source";
import type { Span } from "../problems/yaml-tree";
import type { Outline, Step, Variable } from "./component/outline";
import type { Platform } from "./component-document";
import type { DirectiveUse } from "./directives/directives";
import type { Fault } from "./reading/field-rule";
import type { ReferenceUse } from "./references/reference-use";
import type { ScriptText } from "./scripts/script-text";
import type { Reachable, WorkflowOutline } from "./workflows/workflow-outline";

/** Reports at a node, key or part of a text that the reader has to look at. */
export type ReportAt = (at: Span, message: string, fix: string) => void;

/** A component document that is being checked. */
export interface Component {
  readonly outline: Outline;
  readonly source: YamlSource;
  /** Where it is known, e.g. from the folder. */
  readonly platform?: Platform;
  /** What all of its actions run on. */
  readonly platforms: readonly Platform[];
}

/** A rule of documents with its check. */
export type DocumentRule = Rule & Checks;

/** One or more of the functions, each called for what its name says. */
interface Checks {
  /** Once for each file, whatever kind of document it is; `tree` is absent where it is not well-formed. */
  readonly file?: (source: YamlSource, report: ReportAt) => void;
  readonly component?: (component: Component, report: ReportAt) => void;
  readonly workflow?: (workflow: WorkflowOutline, report: ReportAt) => void;
  readonly eachDirective?: (directive: DirectiveUse, report: ReportAt, source: YamlSource) => void;
  /** For each parameter and constant of a component. */
  readonly eachVariable?: (variable: Variable, report: ReportAt) => void;
  /** For each step of a component. */
  readonly eachStep?: (step: Step, report: ReportAt, component: Component) => void;
  /** For each `{{ … }}` in a step of a component. */
  readonly eachReference?: (reference: ReferenceUse) => Fault | undefined;
  /** For each `$.…` in a workflow. */
  readonly eachPath?: (path: string, reachable: Reachable) => Fault | undefined;
  /** For each script in a component, a workflow or user data. */
  readonly eachScript?: (script: ScriptText, report: ReportAt) => void;
}
