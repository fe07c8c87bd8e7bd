import { allProblems, hasErrors, type Inspection } from "../../src/checks/inspect-project";
import type { Problem } from "../../src/problems/problem";

const problem = (severity: Problem["severity"]) => ({ severity }) as Problem;
const lock = { text: "new", former: undefined } as unknown as Inspection["lock"];
const inspection = (problems: Problem[], locked?: Inspection["lock"]) =>
  ({ problems, lock: locked }) as unknown as Inspection;

test("only errors are errors", () => {
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([problem("warning")])).toBe(false);
  expect(hasErrors([problem("warning"), problem("error")])).toBe(true);
});

test("a lock is stale only where nothing is wrong, and where there is one", () => {
  const [warning, error] = [problem("warning"), problem("error")];
  expect(allProblems(inspection([warning]))).toEqual([warning]);
  expect(allProblems(inspection([error], lock))).toEqual([error]);
});
