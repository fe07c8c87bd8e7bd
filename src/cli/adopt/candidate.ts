import type { StateSetting } from "../../adoption/code/state-setting";
import type { TerraformCode } from "../../adoption/code/terraform-code";
import type { Import } from "../../adoption/imports";
import type { State } from "../../adoption/state/state";
import type { Draft } from "../../adoption/translation/draft";
import type { Place } from "../../aws/place";
import type { Problem } from "../../problems/problem";
import type { Project } from "../../project/load-project";

export interface TakeOverOptions {
  readonly environment: string;
  readonly state: State;
  readonly place: Place;
  readonly code: TerraformCode;
  readonly setting?: StateSetting;
  readonly project: Project;
  /** What is in AWS and in no state. */
  readonly imports: readonly Import[];
  /** The project folder. */
  readonly root: string;
  /** A new folder for the attempts. */
  readonly temporary: string;
  /** Writes the stacks of a project folder to a folder. */
  readonly synthesise: (root: string, outdir: string) => Promise<readonly Problem[]>;
}

/** Definitions that may say what the state holds. */
export interface Candidate {
  readonly draft: Draft;
  /** Text of its files, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly folder: string;
}
