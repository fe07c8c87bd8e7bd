import type { Rule } from "../problems/rule";
import type { Project } from "../project/load-project";
import type { CheckContext } from "./context/check-context";
import type { ComponentUse } from "./context/component-uses";
import type { Expectation } from "./context/consumers";
import type { Environment, Target } from "./context/environments";
import type { Recipe, VolumeUse } from "./context/recipes";
import type { WorkflowList, WorkflowUse } from "./context/workflow-lists";
import type { LocalReport, Report } from "./report";

/** A rule of projects with its check. */
export type ProjectRule = Rule & Checks;

/** One or more of the functions, each called for what its name says. */
interface Checks {
  /** For each image and container that could be read. A path is one in its file. */
  readonly eachRecipe?: (recipe: Recipe, report: LocalReport, context: CheckContext) => void;
  /** For each place at which an image or container uses a component of this project. A path is one in the file of the user. */
  readonly eachComponentUse?: (use: ComponentUse, report: LocalReport, context: CheckContext) => void;
  /** For each list of workflows: of an image or container, and of a further pipeline of one. A path is one in the file that holds it. */
  readonly eachWorkflows?: (list: WorkflowList, report: LocalReport, context: CheckContext) => void;
  /** For each volume of an image, or of the instance that builds a container. A path is one in its file. */
  readonly eachVolume?: (volume: VolumeUse, report: LocalReport, context: CheckContext) => void;
  /** For each workflow in such a list. */
  readonly eachWorkflow?: (workflow: WorkflowUse, report: LocalReport, context: CheckContext) => void;
  /** For each environment that could be read. A path is one in its file. */
  readonly eachEnvironment?: (environment: Environment, report: LocalReport, context: CheckContext) => void;
  /** For each region that an environment distributes an image to. A path is one in its file. */
  readonly eachTarget?: (target: Target, report: LocalReport, context: CheckContext) => void;
  /** For each image that an environment expects of another, which is that of the context. A path is one in the file of the first. */
  readonly eachExpectation?: (expectation: Expectation, report: LocalReport, context: CheckContext) => void;
  /** Once. */
  readonly project?: (context: CheckContext, report: Report) => void;
  /** Whether enough of the project could be read for the rule to look for anything. Default: always. */
  readonly canLook?: (project: Project) => boolean;
  /**
   * Whether all that is found at one place is said. Default: the first alone, for what concerns several images, such as the key of an
   * environment, is found for each of them.
   */
  readonly severalAtOnePlace?: true;
}
