import { stripVTControlCharacters } from "node:util";

import { progressOn } from "../../src/cli/progress";

function written(isTTY: boolean): {
  output: { write(text: string): void; isTTY: boolean; columns: number };
  texts: string[];
} {
  const texts: string[] = [];
  return { output: { write: (text) => texts.push(text), isTTY, columns: 40 }, texts };
}

describe("the progress of the demonstration", () => {
  it("says that a step begins where it is asked to and nothing can be written over", async () => {
    const [file, terminal] = [written(false), written(true)];
    for (const { output } of [file, terminal])
      await progressOn(output, true)("terraform apply", async () => Promise.resolve("done"));
    expect(file.texts).toHaveLength(2);
    expect(file.texts[0]).toBe("· terraform apply\n");
    expect(terminal.texts).not.toContain("· terraform apply\n");
  });

  it("is one line a step in a file", async () => {
    const { output, texts } = written(false);
    await progressOn(output)("terraform apply", async (doing) => {
      doing("aws_s3_bucket.documents: Creating...");
      return Promise.resolve("1 added");
    });
    expect(stripVTControlCharacters(texts.join(""))).toMatch(/^✓ terraform apply: 1 added \d+\.\d s\n$/);
  });

  it("names the step that failed, and lets the failure through", async () => {
    const { output, texts } = written(false);
    const step = progressOn(output)("terraform apply", async () => Promise.reject(new Error("no")));
    await expect(step).rejects.toThrow("no");
    expect(stripVTControlCharacters(texts.join(""))).toMatch(/^✗ terraform apply \d+\.\d s\n$/);
  });

  it("never fills a terminal's line, which would scroll it", async () => {
    const { output, texts } = written(true);
    await progressOn(output)(`a step with a title of ${"many ".repeat(20)}words`, async () => Promise.resolve("done"));
    const passing = texts
      .filter((text) => !text.endsWith("\n"))
      .map((text) => stripVTControlCharacters(text).trimStart());
    expect(passing.length).toBeGreaterThan(0);
    expect(Math.max(...passing.map((text) => text.length))).toBeLessThan(40);
  });
});
