import { documentOf } from "../../src/model/component-reference";
import { standsOn } from "../../src/model/parent";
import { required } from "../../src/model/required";

test("only what is built from another definition stands on one", () => {
  expect(standsOn({ from: "project", name: "base" })).toBe("base");
  expect(standsOn({ from: "ssm", parameter: "/images/base" })).toBeUndefined();
  expect(standsOn(undefined)).toBeUndefined();
});

test("only a document of this project has a path", () => {
  expect(documentOf({ from: "project", document: "linux/agent" })).toBe("linux/agent");
  expect(documentOf({ from: "arn", arn: "arn:aws:imagebuilder:us-east-1:aws:component/agent/x.x.x" })).toBeUndefined();
});

test("what the checks should have found is a fault of this program", () => {
  expect(required("", "a text")).toBe("");
  expect(() => {
    required(undefined, '"web"');
  }).toThrow('"web" is missing, which the checks should have found');
});
