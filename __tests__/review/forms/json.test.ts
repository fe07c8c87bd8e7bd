import { jsonReport } from "../../../src/review/forms/json";
import { scenarios } from "../../end-to-end/plans/scenarios";
import { reviewScenario } from "../recorded-review";

it("keeps the names of its first version: each image has its noun and its receivers", () => {
  const widened = scenarios.filter(({ name }) => name === "sharing-widened");
  const [report] = widened.map((scenario) => JSON.parse(jsonReport(reviewScenario(scenario))) as Report);
  expect(report?.version).toBe(1);
  expect(report?.images).toContainEqual(expect.objectContaining({ name: "base", noun: "image" }));
  for (const image of report?.images ?? []) {
    expect(image.receivers).toBeInstanceOf(Array);
    expect(image).not.toHaveProperty("consumers");
  }
});

interface Report {
  readonly version: number;
  readonly images: readonly Readonly<Record<string, unknown>>[];
}
