import type { ImageFactory } from "../../factory/image-factory";
import type { Project } from "../../project/load-project";
import type { ProgressOutput, Step } from "../progress";
import type { LocalStack } from "./local-stack";
import type { PreparedStack } from "./prepared-stack";

/** Data that all parts of a demonstration share. */
export interface Stage {
  /** The project of the user, which is not changed. */
  readonly project: Project;
  /** Folder of the user's project. */
  readonly root: string;
  /** Folder of a copy of the project, which can be changed. */
  readonly copy: string;
  /** What the environment builds; undefined for the stack of a consumer. */
  readonly factory?: ImageFactory;
  readonly local: LocalStack;
  /** Synthesises the copy again. */
  readonly synthesiseAgain: () => Promise<PreparedStack>;
  readonly output: ProgressOutput;
  readonly step: Step;
  readonly signal: AbortSignal;
}
