import { parseShell } from "../../../src/documents/scripts/shell-parser";

describe("the shell parser", () => {
  it("has nothing to say of a script that parses", () => {
    expect(parseShell('for i in 1 2; do echo "$i"; done\n')).toBeUndefined();
  });

  it("counts the place in UTF-16 units, as JavaScript does", () => {
    const script = 'echo "grüße 🎉"\necho $(date\n';
    expect(parseShell(script)?.offset).toBe(script.indexOf("$("));
  });

  it("lets pass what is nested beyond its stack, and goes on with the next script", () => {
    expect(parseShell("(".repeat(20_000))).toBeUndefined();
    expect(parseShell("fi")).toBeDefined();
  });
});
