import type { Rule } from "../problems/rule";
import type { Project } from "../project/load-project";
import type { CheckContext } from "./context/check-context";
import type { ComponentUse } from "./context/component-uses";
import type { Expectation } from "./context/consumers";
import type { Environment, Target } from "./context/environments";
import type { Recipe, VolumeUse } from "./context/recipes";
import type { WorkflowList, WorkflowUse } from "./context/workflow-lists";
import type { LocalReport, Report } from "./report";

/** A rule with its check of a project. */
export type ProjectRule = Rule & Checks;

/** Check functions of a rule. At least one is defined. */
interface Checks {
  /** Called for each image and container that could be read. Paths are in its file. */
  readonly eachRecipe?: (recipe: Recipe, report: LocalReport, context: CheckContext) => void;
  /** Called for each use of a component of this project by an image or container. Paths are in the file of the image or container. */
  readonly eachComponentUse?: (use: ComponentUse, report: LocalReport, context: CheckContext) => void;
  /** Called for each workflow list of an image, container or further pipeline. Paths are in the file that contains the list. */
  readonly eachWorkflows?: (list: WorkflowList, report: LocalReport, context: CheckContext) => void;
  /** Called for each volume of an image, or of the build instance of a container. Paths are in the file of the image or container. */
  readonly eachVolume?: (volume: VolumeUse, report: LocalReport, context: CheckContext) => void;
  /** Called for each workflow in a workflow list. Paths are in the file that contains the list. */
  readonly eachWorkflow?: (workflow: WorkflowUse, report: LocalReport, context: CheckContext) => void;
  /** Called for each environment that could be read. Paths are in its file. */
  readonly eachEnvironment?: (environment: Environment, report: LocalReport, context: CheckContext) => void;
  /** Called for each region to which an environment distributes an image. Paths are in the environment's file. */
  readonly eachTarget?: (target: Target, report: LocalReport, context: CheckContext) => void;
  /** Called for each image that a consumer expects. The context is that of the building environment; paths are in the consumer's file. */
  readonly eachExpectation?: (expectation: Expectation, report: LocalReport, context: CheckContext) => void;
  /** Called once. */
  readonly project?: (context: CheckContext, report: Report) => void;
  /** Checks whether enough of the project could be read to run the rule. Default: always. */
  readonly canLook?: (project: Project) => boolean;
  /**
   * True to report all problems at one place. Default: only the first, because a problem at a place that concerns several images, such as a
   * key of an environment, is found for each image.
   */
  readonly severalAtOnePlace?: true;
}
