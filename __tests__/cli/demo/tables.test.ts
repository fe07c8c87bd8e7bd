import { stripVTControlCharacters } from "node:util";

import { tables } from "../../../src/cli/demo/tables";

/** The cells of each line, without the frame. */
const cells = (text: string): string[][] =>
  stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => line.startsWith("│"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("│")
        .map((cell) => cell.trim()),
    );

describe("the tables of what exists", () => {
  it("show versions, parents, schedules and next runs, sorted by name", () => {
    const text = tables({
      components: [
        { name: "linux-b", version: "1.0.1", platform: "Linux", type: "TEST" },
        { name: "linux-a", version: "2.0.0", platform: "Linux", type: "BUILD" },
      ],
      recipes: [
        {
          name: "base",
          arn: "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/base/1.2.3",
          parentImage: "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x",
        },
        {
          name: "other",
          arn: "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/other/1.0.0",
          parentImage: "ami-0a1b2c3d4e5f60718",
        },
      ],
      pipelines: [
        {
          name: "base",
          schedule: {
            scheduleExpression: "cron(0 4 ? * SUN *)",
            timezone: "Etc/UTC",
            pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY",
          },
          dateNextRun: "2026-11-29T04:00:00.000Z",
        },
        { name: "by-hand" },
      ],
    });
    expect(cells(text)).toEqual([
      ["Component", "Version", "Platform", "Type"],
      ["linux-a", "2.0.0", "Linux", "build"],
      ["linux-b", "1.0.1", "Linux", "test"],
      ["Image recipe", "Version", "Parent"],
      ["base", "1.2.3", "image/amazon-linux-2023-x86/x.x.x"],
      ["other", "1.0.0", "ami-0a1b2c3d4e5f60718"],
      ["Image pipeline", "Cron, time zone", "Starts", "Next run, UTC"],
      ["base", "0 4 ? * SUN * Etc/UTC", "always", "2026-11-29 04:00"],
      ["by-hand", "manual", "by hand", "-"],
    ]);
  });
});
