import { readAdoptions } from "../../src/cli/run-lock";

test("versions that AWS has are told in threes, of one environment or of all", () => {
  expect(readAdoptions(["component", "linux/My agent", "1.2.3", "image", "base@dev", "1.0.17200000"])).toEqual({
    adoptions: [
      { kind: "component", name: "linux/My agent", environment: undefined, version: "1.2.3" },
      { kind: "imageRecipe", name: "base", environment: "dev", version: "1.0.17200000" },
    ],
    faults: [],
  });
});

test("all that is wrong is said at once", () => {
  expect(readAdoptions(["pipeline", "base", "1.0.0", "workflow", "build/image"]).faults).toEqual([
    '--adopt: "pipeline" is not a kind; write one of "component", "workflow", "image", "container"',
    '--adopt: "workflow build/image" is incomplete; write <kind> <name> <version>',
  ]);
});
