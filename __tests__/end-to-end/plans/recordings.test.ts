import { randomNumbers } from "../../helpers/random-numbers";
import { describeWithTools } from "../../helpers/require-tool";
import { keptProvider } from "../provider/kept-provider";
import { comparable } from "./comparable";
import { recordedPlan } from "./recorded-plan";
import { PlanRecorder } from "./recorder";
import { type Base, bases, type Scenario, scenarios } from "./scenarios";

/** How many of the recorded plans are made anew: a number, or `all`, which takes half an hour. */
const size = process.env.RECORDED_PLANS ?? "3";
const seed = Number(process.env.RECORDED_PLANS_SEED ?? "1");

jest.setTimeout(3 * 3600_000);

/** All; or as many of the project's own as there is time for, the same ones for the same seed. */
function chosen(base: Base): readonly Scenario[] {
  const all = scenarios.filter((scenario) => scenario.base === base);
  if (size === "all") return all;
  if (base !== "project") return [];
  const random = randomNumbers(seed);
  return all
    .filter(({ first }) => first === undefined)
    .map((scenario) => ({ scenario, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, Number(size))
    .map(({ scenario }) => scenario);
}

const wanted = (Object.keys(bases) as Base[])
  .map((base) => [base, chosen(base)] as const)
  .filter(([, of]) => of.length > 0);

describeWithTools(["terraform", "moto_server"], "the recorded plans", () => {
  it.each(wanted)(`are what Terraform says today of %s (${size} of them, seed ${seed})`, async (base, of) => {
    const recorder = await PlanRecorder.start(base, keptProvider());
    try {
      const made = new Map<string, string>();
      for (const scenario of of.filter(({ first }) => first)) made.set(scenario.name, await recorder.plan(scenario));
      await recorder.apply();
      for (const scenario of of.filter(({ first }) => !first)) made.set(scenario.name, await recorder.plan(scenario));
      for (const [name, plan] of made)
        expect({ [name]: comparable(plan) }).toEqual({ [name]: comparable(JSON.stringify(recordedPlan(name))) });
    } finally {
      await recorder.stop();
    }
  });
});
