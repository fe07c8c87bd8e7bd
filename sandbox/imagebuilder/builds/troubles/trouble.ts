/** A fault of a step in a component document. Without names, it applies to the first step. */
export interface ComponentTrouble {
  readonly kind: "component";
  /** Name of the image. Default: any. */
  readonly image?: string;
  /** Name of the component, as in its ARN or in the definition. */
  readonly component?: string;
  readonly phase?: string;
  readonly step?: string;
  /** Iteration of a loop, counted from 0. Default: the first. */
  readonly iteration?: number;
  /** Exit code. Default: 1. Action modules that execute no program have none. */
  readonly exitCode?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  /** Message of an action module without an exit code. */
  readonly error?: string;
  /** Number of restarts and repeated runs before the fault. Default: 0. */
  readonly reboots?: number;
  /** `hangs`: the step runs until the build is cancelled. Default: `fails`. */
  readonly outcome?: Outcome;
}

type Outcome = "fails" | "hangs";

/** A fault of a workflow step. */
export interface StepTrouble {
  readonly kind: "step";
  readonly image?: string;
  /** Type of the workflow: BUILD, TEST or DISTRIBUTION. Default: any. */
  readonly workflow?: string;
  /** Name of the step. Without a name and an action, the fault applies to the first step. */
  readonly step?: string;
  readonly action?: string;
  /** Whether the fault occurs before the action or after it. Default: `start`. */
  readonly at?: "start" | "end";
  /** Lines that the service logs before the failure, one per moment. */
  readonly lines?: readonly string[];
  /** Reason of the failure. `{step}`, `{instance}`, `{account}` and `{command}` are replaced with those of the build. */
  readonly reason: string;
  /** Whether only the outputs of the step give the reason, and its message is empty. */
  readonly onlyInOutputs?: boolean;
  /** Whether the instance is terminated. */
  readonly endsInstance?: boolean;
  readonly outcome?: Outcome;
}

/** A fault in one region of the distribution. Other regions succeed. */
export interface RegionTrouble {
  readonly kind: "region";
  readonly image?: string;
  /** Region of the fault. Default: every region. */
  readonly region?: string;
  /** Configuration step that fails, a value of API type RegionFailure. Default: the copy itself fails. */
  readonly configurationStep?: string;
  readonly message: string;
}

/** A failure before the first workflow. */
export interface EarlyTrouble {
  readonly kind: "early";
  readonly image?: string;
  readonly reason: string;
}

/** Refused calls of one operation. */
export interface CallTrouble {
  readonly kind: "call";
  readonly operation: string;
  readonly code: string;
  readonly message: string;
}

export type Trouble = ComponentTrouble | StepTrouble | RegionTrouble | EarlyTrouble | CallTrouble;
