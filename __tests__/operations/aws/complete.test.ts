import { UserError } from "../../../src/files/user-error";
import { complete } from "../../../src/operations/aws/complete";

describe("an answer of AWS", () => {
  const answer: { readonly id?: string; readonly name?: string; readonly note?: string } = { id: "i-1", name: "" };

  it("is passed on where it has all that it must have, also where a text is empty", () => {
    expect(complete(answer, "id", "name")).toBe(answer);
  });

  it("is refused with all that it lacks", () => {
    expect(() => complete<typeof answer, keyof typeof answer>({}, "id", "name")).toThrow(
      new UserError("AWS answered without id and name; run the command again"),
    );
  });
});
