import { execFileSync } from "node:child_process";

import { shellWord } from "../../src/problems/shell-word";

describe("a word of a shell", () => {
  it.each([
    ["linux-base@1.0.0/1", "linux-base@1.0.0/1"],
    ["Golden Image", "'Golden Image'"],
    ["it's", "'it'\\''s'"],
    ["$(rm)", "'$(rm)'"],
    ["", "''"],
  ])("%s is %s, and the shell reads it as it was", (text, word) => {
    expect(shellWord(text)).toBe(word);
    expect(execFileSync("sh", ["-c", `printf %s ${word}`], { encoding: "utf8" })).toBe(text);
  });
});
