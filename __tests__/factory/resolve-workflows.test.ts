import { workflowsKey, workflowsOf } from "../../src/factory/resolve-workflows";
import type { WorkflowReference } from "../../src/model/workflow-reference";

const tests = { enabled: true, timeoutMinutes: 60 };
const own: WorkflowReference = {
  from: "aws",
  type: "workflow/build",
  name: "build-image",
  version: "1.0.x",
  parameters: {},
};
const managed = (type: string, name: string) => ({ from: "aws", type, name, version: "x.x.x", parameters: {} });

test("workflows are those that are named, whether or not there were any before", () => {
  expect(workflowsOf("image", { workflows: [own], tests }, false)).toEqual([own]);
  expect(workflowsOf("image", { workflows: [own], tests }, true)).toEqual([own]);
});

test("where there never were any, none is named", () => {
  expect(workflowsOf("image", { workflows: [], tests }, false)).toEqual([]);
});

test("where the last is taken away, those that Image Builder runs by itself are named", () => {
  expect(workflowsOf("image", { workflows: [], tests }, true)).toEqual([
    managed("workflow/build", "build-image"),
    managed("workflow/test", "test-image"),
  ]);
  expect(workflowsOf("container", { workflows: [], tests: { ...tests, enabled: false } }, true)).toEqual([
    managed("workflow/build", "build-container"),
  ]);
});

test("a further pipeline has a key of its own in the lock", () => {
  expect(workflowsKey({ owner: "base" })).toBe("base");
  expect(workflowsKey({ owner: "base", key: "weekly" })).toBe("base/weekly");
});
