import type { StateSetting } from "../../adoption/code/state-setting";
import type { TerraformCode } from "../../adoption/code/terraform-code";
import type { Import } from "../../adoption/imports";
import type { State } from "../../adoption/state/state";
import type { Draft } from "../../adoption/translation/draft";
import type { Place } from "../../aws/place";
import type { Problem } from "../../problems/problem";
import type { Project } from "../../project/load-project";

/** Input of `takeOver`: the old state and code, and the project that takes them over. */
export interface TakeOverOptions {
  readonly environment: string;
  readonly state: State;
  readonly place: Place;
  readonly code: TerraformCode;
  readonly setting?: StateSetting;
  readonly project: Project;
  /** Resources to import: they exist in AWS but in no state. */
  readonly imports: readonly Import[];
  /** The project folder. */
  readonly root: string;
  /** A new folder for the attempts. */
  readonly temporary: string;
  /** Synthesises the stacks of a project folder into a folder. Returns problems if it fails. */
  readonly synthesise: (root: string, outdir: string) => Promise<readonly Problem[]>;
}

/** Definitions that might describe what the state contains. */
export interface Candidate {
  readonly draft: Draft;
  /** Texts of the files, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly folder: string;
}
