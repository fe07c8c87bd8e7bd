import { readFileSync } from "node:fs";
import { join } from "node:path";

import { componentNames, componentsFolder, readComponent } from "../helpers/component-document";

function cells(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The row of the table that says what the document itself says. */
function expectedCells(name: string): string[] {
  const { description, parameters = [], phases } = readComponent(name);
  const shown = parameters
    .flatMap((parameter) => Object.entries(parameter))
    .map(([parameter, { default: value }]) =>
      value === undefined ? `**${parameter}**` : `${parameter} (\`${value}\`)`,
    );
  return [
    `[${name}](${name}.yaml)`,
    description,
    shown.length === 0 ? "none" : shown.join(", "),
    phases.map((phase) => phase.name).join(", "),
  ];
}

describe("components/README.md", () => {
  const lines = readFileSync(join(componentsFolder, "README.md"), "utf8").split("\n");

  it("lists every component as its document describes it", () => {
    const rows = lines.filter((line) => line.startsWith("| [")).map(cells);
    expect(rows).toEqual(componentNames().map(expectedCells));
  });
});
