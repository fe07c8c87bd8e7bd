import { holds } from "../../../../../sandbox/imagebuilder/builds/workflows/condition";

const scope = {
  parameters: { wait: "true", count: "3" },
  imagebuilder: { platform: "Linux", collectImageMetadata: true },
  stepOutputs: {},
};
const platform = "$.imagebuilder.platform";

test.each<[object, boolean]>([
  [{ stringEquals: "Linux", value: platform }, true],
  [{ stringEquals: "Windows", value: platform }, false],
  [{ stringEquals: "Linux", "value.$": platform }, true],
  [{ stringEquals: "Linux", value: "{{ $.imagebuilder.platform }}" }, true],
  [{ booleanEquals: true, value: "$.parameters.wait" }, true],
  [{ booleanEquals: true, value: "$.imagebuilder.collectImageMetadata" }, true],
  [{ booleanEquals: false, value: "$.parameters.wait" }, false],
  [{ numberEquals: 3, value: "$.parameters.count" }, true],
  [{ numberGreaterThan: 3, value: "$.parameters.count" }, false],
  [{ numberGreaterThanEquals: 3, value: "$.parameters.count" }, true],
  [{ numberLessThan: 3, value: "$.parameters.count" }, false],
  [{ numberLessThanEquals: 3, value: "$.parameters.count" }, true],
  [{ not: { stringEquals: "Windows", value: platform } }, true],
  [{ not: [{ stringEquals: "Linux", value: platform }] }, false],
  [
    {
      and: [
        { stringEquals: "Linux", value: platform },
        { booleanEquals: false, value: "$.parameters.wait" },
      ],
    },
    false,
  ],
  [
    {
      or: [
        { stringEquals: "Windows", value: platform },
        { booleanEquals: true, value: "$.parameters.wait" },
      ],
    },
    true,
  ],
])("%j is %s", (condition, expected) => {
  expect(holds(condition, scope)).toBe(expected);
  expect(holds([condition], scope)).toBe(expected);
});
