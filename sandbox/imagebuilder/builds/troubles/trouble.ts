/** A step of a component document goes wrong; without names the first one that runs. */
export interface ComponentTrouble {
  readonly kind: "component";
  /** Name of the image; without one any. */
  readonly image?: string;
  /** Name of the component, as in its ARN or as given. */
  readonly component?: string;
  readonly phase?: string;
  readonly step?: string;
  /** Which run of a loop, from 0. Default: the first. */
  readonly iteration?: number;
  /** Default 1. Modules that execute nothing have none. */
  readonly exitCode?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  /** What a module without exit code says. */
  readonly error?: string;
  /** How often the step restarts the machine, and runs again, before that. Default 0. */
  readonly reboots?: number;
  /** `hangs`: it goes on until the build is cancelled. Default: it fails. */
  readonly outcome?: Outcome;
}

type Outcome = "fails" | "hangs";

/** A step of a workflow goes wrong. */
export interface StepTrouble {
  readonly kind: "step";
  readonly image?: string;
  /** BUILD, TEST, DISTRIBUTION; without one any. */
  readonly workflow?: string;
  /** Name of the step, or its action; without both the first one that runs. */
  readonly step?: string;
  readonly action?: string;
  /** Before the action has done anything, or after all that it does. Default `start`. */
  readonly at?: "start" | "end";
  /** What the service logs before, line by line, as time goes by. */
  readonly lines?: readonly string[];
  /** `{step}`, `{instance}` and `{account}` stand for those of the build. */
  readonly reason: string;
  /** Only the outputs of the step say the reason, and its message is empty. */
  readonly onlyInOutputs?: boolean;
  /** The instance is gone. */
  readonly endsInstance?: boolean;
  readonly outcome?: Outcome;
}

/** A region of the distribution goes wrong; the other ones do not. */
export interface RegionTrouble {
  readonly kind: "region";
  readonly image?: string;
  /** Without one every region. */
  readonly region?: string;
  /** Member of API type RegionFailure; without one the copy itself fails. */
  readonly configurationStep?: string;
  readonly message: string;
}

/** A build fails before its first workflow. */
export interface EarlyTrouble {
  readonly kind: "early";
  readonly image?: string;
  readonly reason: string;
}

/** Calls of one operation are refused. */
export interface CallTrouble {
  readonly kind: "call";
  readonly operation: string;
  readonly code: string;
  readonly message: string;
}

export type Trouble = ComponentTrouble | StepTrouble | RegionTrouble | EarlyTrouble | CallTrouble;
