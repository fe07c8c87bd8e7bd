import { readConfiguration } from "./configuration";
import { differencesOf } from "./differences";
import { arrayOf, type Json, member, objectOf, stringOf, stringsOf } from "./json";
import { maskedValue, type Masking } from "./mask";
import type { Action, Change, FailedCheck, OutputChange, Plan } from "./plan";
import { type Redact, redactor, sensitiveValues } from "./secrets";
import type { Path } from "./value";

/** Reason why a file cannot be reviewed, and how to fix it; both are shown to the user. */
export interface PlanFault {
  readonly code: "not-json" | "not-a-plan" | "newer-format" | "nested-too-deep";
  readonly message: string;
  readonly fix: string;
}

export interface ReadPlanOptions {
  /** Whether user data is shown. Default: false. */
  readonly showUserData?: boolean;
}

const howToMake = 'make it with "terraform plan -out=plan", then "terraform show -json plan"';

/**
 * Reads the output of `terraform show -json` for a plan, formats 0.1 to 1.x. Newer features are detected by their keys, not by the version;
 * unknown keys are ignored. Source: Terraform, "JSON Output Format".
 */
export function readPlan(text: string, options: ReadPlanOptions = {}): Plan | PlanFault {
  let json: Json;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const said =
      error instanceof Error
        ? error.message.replace(/,? ?"?\.\.\..*$/s, "").replace(/Unexpected token.*/s, "an unexpected character")
        : "";
    return {
      code: "not-json",
      message:
        text.trim() === ""
          ? "the file is empty"
          : `the file is not JSON${isBinary(text) ? "; it looks like the plan file itself" : `: ${said}`}`,
      fix: howToMake,
    };
  }
  try {
    return planOf(json, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { code: "nested-too-deep", message: "the plan is nested too deep to be read", fix: howToMake };
  }
}

export function isFault(plan: Plan | PlanFault): plan is PlanFault {
  return "code" in plan;
}

/** Checks whether the file is a binary plan file, which is a ZIP file. */
function isBinary(text: string): boolean {
  return text.startsWith("PK");
}

function planOf(json: Json, { showUserData = false }: ReadPlanOptions): Plan | PlanFault {
  const formatVersion = stringOf(json, "format_version");
  const hasChanges = member(json, "resource_changes") !== undefined || member(json, "output_changes") !== undefined;
  const isState = member(json, "values") !== undefined && !hasChanges;
  if (formatVersion === undefined || isState)
    return {
      code: "not-a-plan",
      message: isState ? "the file is a state, not a plan" : "the file has no format_version, so it is not a plan",
      fix: howToMake,
    };
  if (!/^[01]\.\d+$/.test(formatVersion))
    return {
      code: "newer-format",
      message: `the plan has format ${JSON.stringify(formatVersion)}; known are 0.1 to 1.x`,
      fix: "update this project, or use a Terraform that writes format 1.x",
    };
  const redact = redactor(sensitiveValues(json));
  const masking: Masking = { redact, showUserData };
  const terraformVersion = stringOf(json, "terraform_version");
  const changes = arrayOf(json, "resource_changes").map((change) => changeOf(change, masking, false));
  return {
    terraformVersion: terraformVersion === undefined ? undefined : redact(terraformVersion),
    changes,
    drift: arrayOf(json, "resource_drift").map((change) => changeOf(change, masking, true)),
    outputs: Object.entries(objectOf(json, "output_changes")).map(([name, change]): OutputChange => ({
      name: redact(name),
      action: actionOf(member(change, "actions")),
    })),
    overridden: new Map(
      Object.entries(objectOf(json, "output_changes", "overridden_arguments", "after")).map(([address, names]) => [
        redact(address),
        stringsOf(names).map(redact),
      ]),
    ),
    lookUps: lookUpsOf(member(json, "output_changes", "look_ups"), redact),
    failedChecks: arrayOf(json, "checks").flatMap((check) => failedCheck(check, redact)),
    deferred: arrayOf(json, "deferred_changes").map((deferred) => ({
      address: redact(stringOf(deferred, "resource_change", "address") ?? "?"),
      reason: redact(stringOf(deferred, "reason") ?? "unknown"),
    })),
    relevant: arrayOf(json, "relevant_attributes").flatMap((each) => {
      const address = stringOf(each, "resource");
      return address === undefined ? [] : { address: redact(address), path: arrayOf(each, "attribute") as Path };
    }),
    configuration: readConfiguration(member(json, "configuration"), redact),
    errored: member(json, "errored") === true,
    complete: member(json, "complete") !== false,
    redact,
  };
}

function lookUpsOf(output: Json, redact: Redact): Plan["lookUps"] {
  const after = objectOf(output, "after");
  return Object.entries(objectOf(output, "before")).flatMap(([what, found]) => {
    const [before, now] = [stringOf(found), stringOf(after[what])];
    return before === undefined || now === undefined || before === now
      ? []
      : [{ what: redact(what), before: redact(before), after: redact(now) }];
  });
}

function changeOf(json: Json, masking: Masking, drifted: boolean): Change {
  const change = member(json, "change");
  const actions = member(change, "actions");
  const address = masking.redact(stringOf(json, "address") ?? "?");
  const action = actionOf(actions);
  const before = {
    value: member(change, "before"),
    sensitive: member(change, "before_sensitive"),
    unknown: false,
  };
  const after = {
    value: member(change, "after"),
    sensitive: member(change, "after_sensitive"),
    unknown: member(change, "after_unknown"),
  };
  const previous = stringOf(json, "previous_address");
  const importing = member(change, "importing");
  return {
    address,
    type: masking.redact(stringOf(json, "type") ?? "?"),
    name: masking.redact(stringOf(json, "name") ?? "?"),
    mode: member(json, "mode") === "data" ? "data" : "managed",
    action,
    order: action === "replace" ? (stringsOf(actions)[0] === "create" ? "create-first" : "delete-first") : undefined,
    reason: stringOf(json, "action_reason"),
    forcedBy: arrayOf(change, "replace_paths").map((path) => masking.redact(arrayOf(path).join("."))),
    before: maskedValue(before.value, before.sensitive, before.unknown, masking),
    after: maskedValue(after.value, after.sensitive, after.unknown, masking),
    differences: action === "update" || action === "replace" || drifted ? differencesOf(before, after, masking) : [],
    movedFrom: previous === undefined || previous === address ? undefined : masking.redact(previous),
    imported: importing === undefined || importing === null ? undefined : masking.redact(importedId(importing)),
    deposed: member(json, "deposed") !== undefined,
    drifted,
  };
}

function importedId(importing: Json): string {
  const id = stringOf(importing, "id");
  if (id !== undefined) return id;
  const identity = objectOf(importing, "identity");
  return Object.keys(identity).length === 0 ? "(known after apply)" : JSON.stringify(identity);
}

/**
 * Returns the action for Terraform's list of actions. Newer Terraform versions may add combinations; every list that contains `delete`
 * counts as a deletion.
 */
function actionOf(json: Json): Action {
  const actions = stringsOf(json);
  const has = (action: string): boolean => actions.includes(action);
  if (actions.length === 0 || actions.some((action) => !known.includes(action)))
    return has("delete") ? "delete" : "unknown";
  if (has("delete")) return has("create") ? "replace" : "delete";
  if (has("forget")) return "forget";
  if (has("create")) return "create";
  if (has("update")) return "update";
  return has("read") ? "read" : "none";
}

const known = ["no-op", "create", "read", "update", "delete", "forget"];

/** Returns a check that failed or could not be evaluated. Terraform applies the plan anyway. */
function failedCheck(check: Json, redact: Redact): FailedCheck[] {
  const status = stringOf(check, "status") ?? "unknown";
  if (status !== "fail" && status !== "error") return [];
  const problems = arrayOf(check, "instances").flatMap((instance) =>
    arrayOf(instance, "problems").flatMap((problem) => stringOf(problem, "message") ?? []),
  );
  return [
    { address: redact(stringOf(check, "address", "to_display") ?? "a check"), status, problems: problems.map(redact) },
  ];
}
