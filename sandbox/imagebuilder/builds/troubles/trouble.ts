import { causes } from "./causes";
import { fieldsOfKind, type TroubleKind } from "./fields";

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

/** Troubles as a control call gives them; `{"cause": "disk-full"}` stands for one that is known. @throws Error whose message is for the user */
export function troublesFrom(value: unknown): Trouble[] {
  if (!Array.isArray(value)) throw new Error("troubles: write a list");
  return value.map(troubleFrom);
}

function troubleFrom(value: unknown): Trouble {
  if (typeof value !== "object" || value === null) throw new Error("a trouble is a map with kind or cause");
  const { cause, ...fields } = value as Readonly<Record<string, unknown>>;
  if (cause !== undefined) {
    const known = typeof cause === "string" && Object.hasOwn(causes, cause) ? causes[cause] : undefined;
    if (known === undefined)
      throw new Error(`cause ${JSON.stringify(cause)}: write one of ${Object.keys(causes).join(", ")}`);
    return checked({ ...known, ...fields });
  }
  return checked(fields);
}

function checked(fields: Readonly<Record<string, unknown>>): Trouble {
  const { kind, ...others } = fields;
  const types =
    typeof kind === "string" && Object.hasOwn(fieldsOfKind, kind) ? fieldsOfKind[kind as TroubleKind] : undefined;
  if (types === undefined)
    throw new Error(`kind ${JSON.stringify(kind)}: write one of ${Object.keys(fieldsOfKind).join(", ")}`);
  for (const [name, field] of Object.entries(others)) {
    const expected = types[name];
    if (expected === undefined)
      throw new Error(`"${name}": a trouble of kind ${String(kind)} has ${Object.keys(types).join(", ")} alone`);
    if (!expected.test(field)) throw new Error(`${name} ${JSON.stringify(field)}: write ${expected.words}`);
  }
  const missing = Object.entries(types).find(([name, { required }]) => required === true && others[name] === undefined);
  if (missing !== undefined) throw new Error(`a trouble of kind ${String(kind)} needs ${missing[0]}`);
  return fields as unknown as Trouble;
}
