import type { Files } from "../../adoption/files";

/** Puts a comment at the head of files for each rule that what AWS has taken does not keep. */
export function withSilences(files: Files, silenced: ReadonlyMap<string, ReadonlySet<string>>): Files {
  return new Map(
    [...files].map(([file, text]) => {
      const comments = [...(silenced.get(file) ?? [])].map(
        (code) => `# check-ignore-file ${code}: AWS has it like this already\n`,
      );
      return [file, comments.join("") + text];
    }),
  );
}
