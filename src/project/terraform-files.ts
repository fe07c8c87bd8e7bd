import type { TextFile } from "./project-files";

/** The file in which a synthesis says what it has laid into the folder of a stack. */
export const laidRecord = "terraform-files.json";

/** `terraform/dev/lookups.tf` → `dev`: the folder of the stack beside whose JSON it is laid. */
export function stackOfFile(file: string): string | undefined {
  return /^terraform\/([^/]+)\/./.exec(file)?.[1];
}

/** `terraform/dev/lookups.tf` → `lookups.tf`: the same place in the folder of the stack. */
export function withinStack(file: string): string {
  return file.replace(/^terraform\/[^/]+\//, "");
}

/** The files of one stack: their places in its folder, and their texts. */
export function filesOfStack(stack: string, files: readonly TextFile[]): ReadonlyMap<string, string> {
  return new Map(
    files.filter(({ file }) => stackOfFile(file) === stack).map(({ file, text }) => [withinStack(file), text]),
  );
}
