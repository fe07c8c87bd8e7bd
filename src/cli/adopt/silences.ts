import type { Files } from "../../adoption/files";
import type { Problem } from "../../problems/problem";
import { silenceUnused } from "../../problems/silence";

const silenceOf = (code: string): string => `# check-ignore-file ${code}: AWS has it like this already`;

/** Adds comments to the start of files that silence rules which adopted resources break. @param silenced codes of the rules by file */
export function withSilences(files: Files, silenced: ReadonlyMap<string, ReadonlySet<string>>): Files {
  return new Map(
    [...files].map(([file, text]) => {
      const comments = [...(silenced.get(file) ?? [])].map((code) => `${silenceOf(code)}\n`);
      return [file, comments.join("") + text];
    }),
  );
}

/**
 * Removes the comments of an adoption that no longer silence anything. Keeps all other comments.
 *
 * @param problems of the project
 */
export function withoutIdleSilences(file: string, text: string, problems: readonly Problem[]): string {
  const idle = new Set(
    problems.filter((each) => each.file === file && each.code === silenceUnused.code).map(({ line }) => line),
  );
  const isAdoptions = new RegExp(`^${silenceOf("[a-z0-9-]+")}$`);
  return text
    .split("\n")
    .filter((line, index) => !idle.has(index + 1) || !isAdoptions.test(line.replace(/\r$/, "")))
    .join("\n");
}
