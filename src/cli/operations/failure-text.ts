import { createColors } from "picocolors";

import type { Evidence } from "../../operations/failures/evidence";
import type { Failure } from "../../operations/failures/explain-failure";
import type { StepPlace } from "../../operations/failures/locate-step";
import { codeFrame } from "../../problems/formats/code-frame";
import { printable } from "../../problems/printable";
import { wrapped } from "../../problems/wrapped";
import type { Screen } from "../screen";
import { shortDocument } from "./log-line-text";

/** Indentation of everything below the line that says that the build failed. */
const INDENT = "  ";

/**
 * Describes why a build failed:
 *
 *     BUILDING › ApplyBuildComponents › linux-web-server › build › Install: exit code 1
 *     components/linux/web-server.yaml:41:15 build-failed step "Install" failed with exit code 1
 *
 *         40 |     steps:
 *         41 |       - name: Install
 *            |               ^^^^^^^
 *         → the cause, and how to fix it
 */
export function failureText(
  { evidence, place, cause, left }: Failure,
  { colour, columns = Infinity }: Pick<Screen, "colour" | "columns">,
): string {
  const pc = createColors(colour);
  // Prose is wrapped between words. Text that users may copy is not wrapped.
  const prose = (text: string): string[] => text.split("\n").flatMap((line) => wrapped(line, columns - INDENT.length));
  const { component, regions, missing } = evidence;
  const lines = [...prose(pc.red(whereItFailed(evidence))), ""];
  if (place !== undefined) lines.push(...placeLines(place, evidence, pc, columns - INDENT.length), "");
  const output = component?.output ?? [];
  if (output.length > 0) lines.push("last output:", ...output.map((line) => `    ${pc.dim(printable(line))}`), "");
  for (const { region = "in some region", account, configurationStep, message = "no message" } of regions) {
    const where = [region, account && `account ${account}`, configurationStep].filter((part) => part !== undefined);
    lines.push(...prose(`${where.join(" ")}: ${printable(message)}`));
  }
  const message = component?.message ?? evidence.step?.message ?? evidence.reason;
  if (message !== undefined && regions.length === 0) lines.push(...prose(`AWS says: ${printable(message)}`));
  if (cause !== undefined)
    lines.push(...prose(`cause: ${cause.cause} (${cause.code})`), ...prose(`${pc.cyan("→")} ${cause.fix}`));
  for (const each of missing) lines.push(...prose(pc.dim(`not available: ${each}`)));
  if (left.length > 0) {
    lines.push("", "It left behind what costs money until you remove it:");
    for (const { what, command } of left) lines.push(`  ${what}`, `    ${command}`);
  }
  return lines.map((line) => (line === "" ? "" : `${INDENT}${line}`)).join("\n");
}

function whereItFailed({ stage, step, component }: Evidence): string {
  const parts = [
    stage,
    step?.name,
    component?.arn === undefined ? undefined : shortDocument(component.arn),
    component?.phase,
    component?.step,
  ].filter((part) => part !== undefined);
  const place = parts.length === 0 ? "before its first step" : parts.map(printable).join(" › ");
  return component?.exitCode === undefined ? place : `${place}: exit code ${component.exitCode}`;
}

function placeLines(
  place: StepPlace,
  { component }: Evidence,
  pc: ReturnType<typeof createColors>,
  columns: number,
): string[] {
  const { file, range, text, step, phase, loop, notes } = place;
  const action = component?.action === undefined ? "" : ` (${component.action})`;
  const code = component?.exitCode === undefined ? "" : ` with exit code ${component.exitCode}`;
  const at = loop ? iterationOf(component?.message) : "";
  const problem = {
    file,
    ...range.start,
    end: range.end,
    code: "build-failed",
    severity: "error" as const,
    message: `step "${step}" of phase "${phase}"${action} failed${code}${at}`,
    fix: "",
  };
  const frame = codeFrame(text.split(/\r?\n/), problem, { gutter: pc.dim, caret: pc.red }, columns - 4);
  return [
    ...wrapped(
      `${pc.bold(printable(file))}${pc.dim(`:${range.start.line}:${range.start.column}`)} ${pc.red("build-failed")} ${printable(problem.message)}`,
      columns,
    ),
    "",
    ...frame.map((row) => `    ${row}`),
    ...notes.flatMap((note) => wrapped(`    note: ${printable(note)}`, columns)),
  ];
}

/** Returns the failed iterations, counted from 0, from a message. Source: AWSTOE documentation, "Use looping constructs". */
function iterationOf(message = ""): string {
  const [, iterations] = /iterations? failed:? \[?(\d+(?:, ?\d+)*)/i.exec(message) ?? [];
  return iterations === undefined ? ", in its loop" : `, in iteration ${iterations} of its loop (counted from 0)`;
}
