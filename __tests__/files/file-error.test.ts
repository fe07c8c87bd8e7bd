import { explainFileError } from "../../src/files/file-error";

const failed = (code: string, syscall: string, path?: string): Error =>
  Object.assign(new Error(`${code}: said by the system`), { code, syscall, path });

it.each([
  ["EBUSY", "it is in use, open elsewhere or mounted by itself"],
  ["EIO", "the disk does not answer as it should"],
  ["ELOOP", "symbolic links lead back to themselves"],
  ["ENAMETOOLONG", "the path is too long"],
  ["ENFILE", "too many files are open"],
  ["ENOTEMPTY", "the folder is not empty"],
  ["ENOSPC", "the disk is full"],
])("says %s in one sentence with the path", (code, reason) => {
  expect(explainFileError(failed(code, "rename", "/p/.lock.json.1.tmp"), "/p/lock.json")).toBe(
    `cannot write /p/lock.json: ${reason} (${code})`,
  );
});

it("says what was tried, and leaves other failures alone", () => {
  expect(explainFileError(failed("EIO", "read", "/p/a.yaml"))).toBe(
    "cannot read /p/a.yaml: the disk does not answer as it should (EIO)",
  );
  expect(explainFileError(failed("ECONNREFUSED", "connect"))).toBeUndefined();
  expect(explainFileError(new Error("else"))).toBeUndefined();
});
