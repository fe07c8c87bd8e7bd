import { drawConsumers } from "../../../src/review/drawing/consumer-nodes";
import { graphBuilder } from "../../../src/review/drawing/graph";
import type { Consumers } from "../../../src/review/story/consumers";

function inRegion(region: string, given: Partial<Consumers> = {}): Consumers {
  return { region, launch: [], copies: [], parameters: [], launchTemplates: [], exports: false, ...given };
}

/** What is drawn, by its label. */
function drawn(before: readonly Consumers[], after: readonly Consumers[]): Record<string, string> {
  const builder = graphBuilder();
  drawConsumers(builder, "pipeline", { before, after });
  return Object.fromEntries(builder.graph().nodes.map(({ label, state }) => [label, state]));
}

describe("the drawing of who receives an image", () => {
  it("marks the account that comes, the parameter that goes, and nothing else of the region", () => {
    const before = inRegion("us-east-1", { launch: ["111122223333"], parameters: ["/a", "/b"] });
    const after = inRegion("us-east-1", { launch: ["111122223333", "444455556666"], parameters: ["/a"] });
    expect(drawn([before], [after])).toEqual({
      "us-east-1": "changed",
      "account 111122223333": "same",
      "account 444455556666": "new",
      "/a": "same",
      "/b": "removed",
    });
  });

  it("marks regions that come and go with all that is in them", () => {
    expect(drawn([inRegion("us-east-1", { parameters: ["/a"] })], [inRegion("eu-west-1", { copies: ["1"] })])).toEqual({
      "us-east-1": "removed",
      "/a": "removed",
      "eu-west-1": "new",
      "1": "new",
    });
  });

  it("draws many as one, but for those that come", () => {
    const many = ["1", "2", "3", "4"];
    const after = inRegion("us-east-1", { launch: [...many, "111122223333"] });
    expect(drawn([inRegion("us-east-1", { launch: many })], [after])).toEqual({
      "us-east-1": "changed",
      "4 consumers": "same",
      "account 111122223333": "new",
    });
  });
});
