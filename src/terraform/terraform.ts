import { runTerraform, type TerraformOptions } from "./run-terraform";

/** Change of one resource in a plan. */
export interface PlannedChange {
  readonly address: string;
  /** Action as Terraform names it: create, read, update, replace, delete, … */
  readonly action: string;
}

interface Plan {
  /** True if the plan contains no changes, including changes of outputs. */
  readonly empty: boolean;
  readonly changes: readonly PlannedChange[];
}

/** The Terraform commands that run in one folder. Each throws the errors of `runTerraform`. */
export interface Terraform {
  init(options?: { readonly backend?: boolean }): Promise<void>;
  validate(): Promise<void>;
  plan(): Promise<Plan>;
  /** Applies the configuration and returns the changes. */
  apply(): Promise<readonly PlannedChange[]>;
  destroy(): Promise<void>;
  /** Returns the state in Terraform's JSON format. */
  show(): Promise<unknown>;
  /** Returns the addresses of all resources in the state. */
  stateList(): Promise<readonly string[]>;
}

/** Returns the Terraform commands for one folder. */
export function terraformIn(options: TerraformOptions): Terraform {
  return {
    async init({ backend = true } = {}) {
      await runTerraform(options, ["init", "-no-color", ...(backend ? [] : ["-backend=false"])]);
    },
    async validate() {
      await runTerraform({ ...options, onLine: undefined }, ["validate", "-json"]);
    },
    async plan() {
      const { exitCode, stdout } = await runTerraform(options, ["plan", "-json", "-detailed-exitcode"], [0, 2]);
      return { empty: exitCode === 0, changes: plannedChanges(stdout) };
    },
    async apply() {
      const { stdout } = await runTerraform(options, ["apply", "-json", "-auto-approve"]);
      return plannedChanges(stdout);
    },
    async destroy() {
      await runTerraform(options, ["destroy", "-json", "-auto-approve"]);
    },
    async show() {
      const { stdout } = await runTerraform({ ...options, onLine: undefined }, ["show", "-json"]);
      return JSON.parse(stdout) as unknown;
    },
    async stateList() {
      const { stdout } = await runTerraform({ ...options, onLine: undefined }, ["state", "list"]);
      return stdout.split("\n").filter((line) => line !== "");
    },
  };
}

interface PlanLine {
  readonly type?: string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
}

/** Reads the planned changes from Terraform's output. Source: Terraform, "Machine-Readable UI", message type planned_change. */
function plannedChanges(stdout: string): PlannedChange[] {
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as PlanLine)
    .flatMap(({ type, change }) =>
      type === "planned_change" && change !== undefined
        ? [{ address: change.resource.addr, action: change.action }]
        : [],
    );
}
