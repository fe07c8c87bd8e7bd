import { withImage, withWindowsImage } from "../example";
import type { ProjectRule } from "../project-rule";

const linux = (path: string) => withImage({ more: `workingDirectory: ${path}\n` });
const windows = (path: string) => withWindowsImage(`workingDirectory: ${path}\n`);

export const workingDirectory: ProjectRule = {
  code: "working-directory",
  severity: "warning",
  summary:
    "The working directory is not an absolute path on the platform of the image, or holds a double quote on Windows. Image Builder hands it to Systems Manager as it is.",
  source: "Image Builder User Guide, create an image recipe, working directory: a path on the build instance",
  fail: [linux("▸var/tmp"), linux("▸C:/build"), windows("▸/build"), windows("▸'C:/my \"build\"'")],
  pass: [linux("/var/tmp"), windows("C:/build"), windows("C:\\build")],
  eachRecipe({ base, definition: { workingDirectory: path } }, report) {
    if (path === undefined || base === undefined) return;
    const isWindows = base.platform === "Windows";
    if (isWindows && path.includes('"'))
      report(["workingDirectory"], `"${path}" holds a double quote, which a path on Windows cannot`, "leave it out");
    if (isWindows ? /^[A-Za-z]:[\\/]/.test(path) : path.startsWith("/")) return;
    const fix = isWindows
      ? "write a path with its drive, e.g. C:/build"
      : "write a path that starts with /, e.g. /var/tmp";
    report(["workingDirectory"], `"${path}" is not an absolute path on ${base.platform}`, fix);
  },
};
