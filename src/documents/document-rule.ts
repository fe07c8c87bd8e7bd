import type { Platform } from "../aws/platform";
import type { Rule } from "../problems/rule";
import type { YamlSource } from "../problems/yaml-source";
import type { Span } from "../problems/yaml-tree";
import type { Outline, Step, Variable } from "./component/outline";
import type { DirectiveUse } from "./directives/directives";
import type { Fault } from "./reading/field-rule";
import type { ReferenceUse } from "./references/reference-use";
import type { ScriptText } from "./scripts/script-text";
import type { Reachable, WorkflowOutline } from "./workflows/workflow-outline";

/** Reports a problem at a node, a key or a part of a text. */
export type ReportAt = (at: Span, message: string, fix: string) => void;

/** A component document with what the rules need to check it. */
export interface Component {
  readonly outline: Outline;
  readonly source: YamlSource;
  /** The scripts of its ExecuteBash and ExecutePowerShell steps. */
  readonly scripts: readonly ScriptText[];
  /** Platform of the component, if it is known, e.g. from its folder. */
  readonly platform?: Platform;
  /** Platforms that all actions of the document support. */
  readonly platforms: readonly Platform[];
}

/** A rule for documents, with its check functions. */
export type DocumentRule = Rule & Checks;

/** Check functions of a rule; a rule has at least one of them. */
interface Checks {
  /** Called once for each file of any kind. `tree` of the source is undefined if the YAML is malformed. */
  readonly file?: (source: YamlSource, report: ReportAt) => void;
  readonly component?: (component: Component, report: ReportAt) => void;
  readonly workflow?: (workflow: WorkflowOutline, report: ReportAt) => void;
  readonly eachDirective?: (directive: DirectiveUse, report: ReportAt, source: YamlSource) => void;
  /** Called for each parameter and constant of a component. */
  readonly eachVariable?: (variable: Variable, report: ReportAt) => void;
  /** Called for each step of a component. */
  readonly eachStep?: (step: Step, report: ReportAt, component: Component) => void;
  /** Called for each `{{ … }}` in a step of a component. */
  readonly eachReference?: (reference: ReferenceUse) => Fault | undefined;
  /** Called for each `$.…` path in a workflow. */
  readonly eachPath?: (path: string, reachable: Reachable) => Fault | undefined;
  /** Called for each script of a component, a workflow or user data. */
  readonly eachScript?: (script: ScriptText, report: ReportAt) => void;
}
