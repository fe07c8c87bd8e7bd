import type { TextFile } from "./project-files";

/** Name of the file that lists the project files that a synthesis has copied to the folder of a stack. */
export const laidRecord = "terraform-files.json";

/** Returns the stack of a file below terraform/: `terraform/dev/lookups.tf` → `dev`. */
export function stackOfFile(file: string): string | undefined {
  return /^terraform\/([^/]+)\/./.exec(file)?.[1];
}

/** Returns the path of a file in the folder of its stack: `terraform/dev/lookups.tf` → `lookups.tf`. */
export function withinStack(file: string): string {
  return file.replace(/^terraform\/[^/]+\//, "");
}

/** Returns the texts of the files of a stack, by path in its folder. */
export function filesOfStack(stack: string, files: readonly TextFile[]): ReadonlyMap<string, string> {
  return new Map(
    files.filter(({ file }) => stackOfFile(file) === stack).map(({ file, text }) => [withinStack(file), text]),
  );
}
