import type { ImageFactory } from "../../factory/image-factory";
import type { Project } from "../../project/load-project";
import type { LocalStack } from "./local-stack";
import type { PreparedStack } from "./prepared-stack";
import type { ProgressOutput, Step } from "./progress";

/** What the acts of a demonstration share. */
export interface Stage {
  /** The project of the user; nothing in it is changed. */
  readonly project: Project;
  /** Its folder. */
  readonly root: string;
  /** The folder of a copy, in which anything may be changed. */
  readonly copy: string;
  /** What the environment builds; absent for the stack of a consumer. */
  readonly factory?: ImageFactory;
  readonly local: LocalStack;
  /** Synthesises the copy once more. */
  readonly synthesiseAgain: () => Promise<PreparedStack>;
  readonly output: ProgressOutput;
  readonly step: Step;
  readonly signal: AbortSignal;
}
