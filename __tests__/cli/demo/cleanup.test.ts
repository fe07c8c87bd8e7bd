import { cleanupStack } from "../../../src/cli/demo/cleanup";

describe("cleaning up", () => {
  it("undoes the latest first, each once however often it runs", async () => {
    const undone: string[] = [];
    const cleanup = cleanupStack();
    for (const name of ["folder", "server", "process"]) {
      cleanup.add(async () => {
        await Promise.resolve();
        undone.push(name);
      });
    }
    await Promise.all([cleanup.run(), cleanup.run()]);
    await cleanup.run();
    expect(undone).toEqual(["process", "server", "folder"]);
  });

  it("goes on after a failure, and says what failed", async () => {
    const undone: string[] = [];
    const cleanup = cleanupStack();
    cleanup.add(() => {
      undone.push("folder");
    });
    cleanup.add(() => {
      throw new Error("the server does not stop");
    });
    await expect(cleanup.run()).rejects.toThrow("could not clean up: Error: the server does not stop");
    expect(undone).toEqual(["folder"]);
  });
});
