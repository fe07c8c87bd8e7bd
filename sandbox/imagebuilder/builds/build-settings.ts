import { type Finding, findingsFrom } from "../findings";
import { DEFAULT_PACE, type Pace, paceFrom } from "./pace";
import { troublesFrom } from "./troubles/read-troubles";
import type { Trouble } from "./troubles/trouble";

const approvals = ["by-call", "at-once"] as const;
type Approval = (typeof approvals)[number];

/** How builds go, of all regions. */
export interface BuildSettings {
  readonly pace: Pace;
  /** What goes wrong, until it is changed. */
  readonly troubles: readonly Trouble[];
  /** Whether a failed image says where it failed, in `state.failureContext`, as the service does since 2026. */
  readonly failureContext: boolean;
  /** How steps that wait for an action go on: by a call of somebody, or as if somebody had said RESUME at once. */
  readonly approval: Approval;
  /** What Amazon Inspector finds on test instances. */
  readonly findings: readonly Finding[];
}

export const defaultSettings: BuildSettings = {
  pace: DEFAULT_PACE,
  troubles: [],
  failureContext: true,
  approval: "by-call",
  findings: [],
};

/** Settings as a control call gives them; what it leaves out stays as it is. @throws Error whose message is for the user */
export function changedSettings(settings: BuildSettings, change: unknown): BuildSettings {
  if (typeof change !== "object" || change === null || Array.isArray(change))
    throw new Error("write a map with pace, troubles, failureContext, approval, findings");
  const { pace, troubles, failureContext, approval, findings, ...others } = change as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new Error(`"${unknown}": builds have pace, troubles, failureContext, approval and findings alone`);
  if (failureContext !== undefined && typeof failureContext !== "boolean")
    throw new Error(`failureContext ${JSON.stringify(failureContext)}: write true or false`);
  if (approval !== undefined && !approvals.includes(approval as Approval))
    throw new Error(`approval ${JSON.stringify(approval)}: write "${approvals.join('" or "')}"`);
  return {
    pace: pace === undefined ? settings.pace : paceFrom(pace),
    troubles: troubles === undefined ? settings.troubles : troublesFrom(troubles),
    failureContext: failureContext ?? settings.failureContext,
    approval: (approval as Approval | undefined) ?? settings.approval,
    findings: findings === undefined ? settings.findings : findingsFrom(findings),
  };
}
