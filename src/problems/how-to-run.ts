/** Whether this is the compiled package; the repository runs its TypeScript. */
const isCompiled = !__filename.endsWith(".ts");

/**
 * A command of the program, as whoever reads this runs it: `npx golden-images lock --check` where the package is installed,
 * `npm run lock -- --check` in this repository.
 *
 * @param command and its arguments, such as `lock --check`
 */
export function howToRun(command: string): string {
  return asStarted(command, isCompiled);
}

/** As `howToRun`, for either way of starting the program. */
export function asStarted(command: string, compiled: boolean): string {
  if (compiled) return `npx golden-images ${command}`;
  const [name = "", ...rest] = command.split(" ");
  return ["npm run", name, ...(rest.length === 0 ? [] : ["--", ...rest])].join(" ");
}
