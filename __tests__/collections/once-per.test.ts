import { oncePer, oncePerText } from "../../src/collections/once-per";

describe("a result that is worked out once", () => {
  it("is the same for the same object, also where it is undefined", () => {
    const asked: object[] = [];
    const resultOf = oncePer((key: object): string | undefined => {
      asked.push(key);
      return key === one ? "one" : undefined;
    });
    const [one, other] = [{}, {}];
    expect([one, other, one, other].map(resultOf)).toEqual(["one", undefined, "one", undefined]);
    expect(asked).toEqual([one, other]);
  });

  it("is the same for the same text, also where two ask before there is an answer", async () => {
    const asked: string[] = [];
    const lengthOf = oncePerText(async (key) => {
      asked.push(key);
      return Promise.resolve(key.length);
    });
    expect(await Promise.all(["eu-west-1", "eu-west-1", ""].map(lengthOf))).toEqual([9, 9, 0]);
    expect(asked).toEqual(["eu-west-1", ""]);
  });
});
