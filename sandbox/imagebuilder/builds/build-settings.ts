import { type Finding, findingsFrom } from "../findings";
import { DEFAULT_PACE, type Pace, paceFrom } from "./pace";
import { troublesFrom } from "./troubles/read-troubles";
import type { Trouble } from "./troubles/trouble";

const approvals = ["by-call", "at-once"] as const;
type Approval = (typeof approvals)[number];

/** Settings of all builds, in all regions. */
export interface BuildSettings {
  readonly pace: Pace;
  /** Faults of builds. They apply until the setting is changed. */
  readonly troubles: readonly Trouble[];
  /** Whether a failed image reports the failed step in `state.failureContext`, as the service does since 2026. */
  readonly failureContext: boolean;
  /** How a waiting step continues: when somebody calls the API, or immediately with RESUME. */
  readonly approval: Approval;
  /** Findings of Amazon Inspector on test instances. */
  readonly findings: readonly Finding[];
}

export const defaultSettings: BuildSettings = {
  pace: DEFAULT_PACE,
  troubles: [],
  failureContext: true,
  approval: "by-call",
  findings: [],
};

/**
 * Applies the changes of a control call. Settings that it omits stay unchanged.
 *
 * @throws Error with a message for the user if a setting is invalid
 */
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
