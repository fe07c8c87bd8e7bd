import { UserError } from "./user-error";

/** Failure to read or write a file or folder. The message is one sentence for the user. */
export class FileError extends UserError {}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than is allowed",
  EROFS: "the file system is read-only",
  EACCES: "access is denied",
  EPERM: "it is not permitted",
  ENOTDIR: "a part of the path is a file where a folder is needed",
  EISDIR: "there is a folder where a file is needed",
  EEXIST: "there is something else already",
  ENOENT: "a folder of the path is missing",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EBUSY: "it is in use, open elsewhere or mounted by itself",
  EIO: "the disk does not answer as it should",
  ELOOP: "symbolic links lead back to themselves",
  ENAMETOOLONG: "the path is too long",
  ENOTEMPTY: "the folder is not empty",
};

/** Returns one sentence that says why a file operation failed, with the path; undefined if the error is not a known file system error. */
export function explainFileError(error: unknown, path?: string): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error) || !("syscall" in error)) return undefined;
  const { code, path: own, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  const reason = reasons[code];
  if (reason === undefined) return undefined;
  // Users do not know the temporary files of this program: name the file that was to be replaced.
  const shown = own?.endsWith(".tmp") === true ? (path ?? own) : (own ?? path ?? "a file");
  return `cannot ${verb(syscall)} ${shown}: ${reason} (${code})`;
}

/** Returns the reason why a file cannot be read, as the end of the sentence "X cannot be read: …". */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = { ENOENT: "there is no such file", EISDIR: "it is a folder" }[code] ?? reasons[code];
  return reason === undefined ? String(error) : `${reason} (${code})`;
}

function verb(syscall: string): string {
  return syscall === "scandir" || syscall === "read" ? "read" : syscall === "stat" ? "find" : "write";
}
