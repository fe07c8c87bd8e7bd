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

  it.each([
    ["commands", "a;".repeat(4000)],
    ["substitutions", "$a".repeat(8000)],
    ["brackets", "(".repeat(300)],
  ])("finds the fault of the next script after many %s, which take much memory", (_what, script) => {
    for (let i = 0; i < 5; i++) {
      parseShell(script);
      expect(parseShell(`echo ${i}\nfi\n`)?.offset).toBe(`echo ${i}\n`.length);
    }
  });

  it("starts anew before a large script, whatever it has read", () => {
    const large = `${"yum install -y jq | tee log\n".repeat(600)}fi\n`;
    for (let i = 0; i < 3; i++) {
      expect(parseShell(`if ${i}; then ls`)?.text).toMatch(/`fi`/);
      expect(parseShell(large)?.offset).toBe(large.length - 3);
    }
  });
});
