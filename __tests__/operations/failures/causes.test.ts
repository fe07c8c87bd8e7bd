import { causes, knownCause } from "../../../src/operations/failures/causes/known-cause";

describe("known causes of failed builds", () => {
  it("have a code of their own each, and are as many as are known", () => {
    expect(new Set(causes.map(({ code }) => code)).size).toBe(causes.length);
    expect(causes.length).toBeGreaterThanOrEqual(27);
  });

  it.each(causes.map((cause) => [cause.code, cause] as const))(
    "%s is the first that fits what it says",
    (code, cause) => {
      expect(knownCause(cause.fail)?.code).toBe(code);
    },
  );

  it.each(causes.map((cause) => [cause.code, cause] as const))("%s does not fit what looks alike", (_, cause) => {
    expect(cause.applies(cause.pass)).toBe(false);
  });

  it.each(causes.map((cause) => [cause.code, cause] as const))(
    "%s says what and how to fix it in plain words",
    (_, cause) => {
      expect(cause.cause).toMatch(/^[a-zA-Z].*[^.]$/);
      expect(cause.fix).toMatch(/^[a-z].*[^.]$/);
    },
  );

  it("say nothing of what nobody knows", () => {
    expect(knownCause({ workflow: "BUILD", action: "CreateImage", text: "Internal failure" })).toBeUndefined();
  });
});
