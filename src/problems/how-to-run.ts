/** True in the compiled package; false in the repository, which runs its TypeScript files. */
const isCompiled = !__filename.endsWith(".ts");

/**
 * Returns a command line for the user: `npx golden-images lock --check` if the package is installed, `npm run lock -- --check` in this
 * repository.
 *
 * @param command command with its arguments, such as `lock --check`
 * @param compiled Default: whether this program is the compiled package
 */
export function howToRun(command: string, compiled = isCompiled): string {
  if (compiled) return `npx golden-images ${command}`;
  const [name = "", ...rest] = command.split(" ");
  return ["npm run", name, ...(rest.length === 0 ? [] : ["--", ...rest])].join(" ");
}
