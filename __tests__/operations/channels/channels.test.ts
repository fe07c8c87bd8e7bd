import type { ImageFactory } from "../../../src/factory/image-factory";
import { requireChannel } from "../../../src/operations/channels/channel-place";
import { fullWarning } from "../../../src/operations/channels/parameter-history";
import { promotions } from "../../../src/operations/channels/previous-build";

const version = (number: number, value: string, labels: string[] = []) => ({ version: number, value, labels });
const values = (...history: string[]) =>
  promotions(history.map((value, index) => version(index, value))).map((each) => each.value);

describe("the history of a channel", () => {
  it("is what it pointed at, in order", () => {
    expect(values("a", "b", "c")).toEqual(["a", "b", "c"]);
  });

  it("takes what was gone back from out, so that going back twice goes back two", () => {
    expect(values("a", "b", "c", "b")).toEqual(["a", "b"]);
    expect(values("a", "b", "c", "b", "a")).toEqual(["a"]);
    expect(values("a", "b", "c", "b", "d")).toEqual(["a", "b", "d"]);
  });
});

describe("a label that blocks publishing", () => {
  const history = (count: number, labelled: number) =>
    Array.from({ length: count }, (_, index) =>
      version(index + 1, `ami-${index}`, index + 1 === labelled ? ["stable"] : []),
    );

  it("is warned of when it is 80 versions behind", () => {
    expect(fullWarning("/golden/web", "us-east-1", history(80, 1))).toContain("after 20 more builds");
    expect(fullWarning("/golden/web", "us-east-1", history(79, 1))).toBeUndefined();
  });

  it("is said to block from 100 on", () => {
    expect(fullWarning("/golden/web", "us-east-1", history(100, 1))).toContain("builds can no longer write it");
  });

  it("is none where nothing is labelled, or only what is new", () => {
    expect(fullWarning("/golden/web", "us-east-1", history(100, 0))).toBeUndefined();
    expect(fullWarning("/golden/web", "us-east-1", history(100, 90))).toBeUndefined();
  });
});

describe("a channel that the environment does not have", () => {
  const factory = (channels: string[]) => ({ environment: "poc", channels }) as unknown as ImageFactory;

  it("is refused with the nearest", () => {
    expect(() => {
      requireChannel(factory(["stable"]), "stabel");
    }).toThrow('environment "poc" has no channel "stabel"; did you mean "stable"?');
  });

  it("is refused with what to write where there are none", () => {
    expect(() => {
      requireChannel(factory([]), "stable");
    }).toThrow("write channels: [stable] into environments/poc.yaml");
  });
});
