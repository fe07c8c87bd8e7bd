import type { Verdict } from "../../adoption/matching/judge";
import { sectionAt } from "../../adoption/section-at";
import { UserError } from "../../files/user-error";
import type { Problem } from "../../problems/problem";
import type { Candidate } from "./candidate";

/**
 * What the checks of the project find in definitions of what AWS has taken already: it is silenced, where that can be, and left out otherwise.
 *
 * @throws UserError where nothing could be left out without which it would not be there
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
    const origin = file.startsWith("environments/")
      ? sectionAt(files.get(file) ?? "", line, draft.sections)?.address
      : draft.origins.get(file);
    if (before.get(file)?.has(code) !== true) {
      codes.add(code);
      changed = true;
    } else if (origin !== undefined)
      verdicts.set(origin, { address: origin, does: "leave", reason: `${file}: ${message}` });
  }
  if (verdicts.size > 0 || changed) return [...verdicts.values()];
  const said = problems.map(({ file, line, message, fix }) => `${file}:${line}: ${message}; ${fix}`);
  throw new UserError(`what the state holds cannot be said; nothing was written\n${said.join("\n")}`);
}
