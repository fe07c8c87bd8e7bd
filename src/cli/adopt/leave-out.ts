import type { Verdict } from "../../adoption/matching/judge";
import { sectionAt } from "../../adoption/section-at";
import { UserError } from "../../files/user-error";
import type { Problem } from "../../problems/problem";
import type { Candidate } from "./candidate";

/**
 * Decides what to do with errors that the checks report for resources that AWS has already accepted: first their codes are silenced, and if
 * that does not help, the resources are left out.
 *
 * @param silenced codes to silence by file; this function adds to it
 * @returns a verdict for each resource to leave out
 * @throws UserError if nothing more can be silenced or left out
 */
export function leaveOut(
  problems: readonly Problem[],
  { draft, files }: Candidate,
  silenced: Map<string, Set<string>>,
): Verdict[] {
  const verdicts = new Map<string, Verdict>();
  const before = new Map([...silenced].map(([file, codes]) => [file, new Set(codes)]));
  let changed = false;
  for (const { file, line, code, message } of problems) {
    const codes = silenced.get(file) ?? new Set<string>();
    silenced.set(file, codes);
    const environment = file.startsWith("environments/") ? files.get(file) : undefined;
    const origin =
      environment === undefined ? draft.origins.get(file) : sectionAt(environment, line, draft.sections)?.address;
    if (before.get(file)?.has(code) !== true) {
      codes.add(code);
      changed = true;
    } else if (origin !== undefined)
      verdicts.set(origin, { address: origin, does: "omit", reason: `${file}: ${message}` });
  }
  if (verdicts.size > 0 || changed) return [...verdicts.values()];
  const said = problems.map(({ file, line, message, fix }) => `${file}:${line}: ${message}; ${fix}`);
  throw new UserError(`what the state holds cannot be said; nothing was written\n${said.join("\n")}`);
}
