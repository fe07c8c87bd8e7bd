import { type DefinedName, isRenamed, rememberNames } from "../../src/versions/name-history";

const what = "component linux/agent";

function defined(name: string, isNew = false): DefinedName {
  return { what, name, derived: "linux-agent", isNew };
}

const never = new Map<string, readonly string[]>();
const histories = new Map([[what, ["first", "second"]]]);

describe("isRenamed", () => {
  it("compares with the first name that was published", () => {
    expect(isRenamed(defined("first"), histories)).toBe(false);
    expect(isRenamed(defined("second"), histories)).toBe(true);
  });

  it("takes the name that follows from the file where no other was remembered", () => {
    expect(isRenamed(defined("linux-agent"), never)).toBe(false);
    expect(isRenamed(defined("other"), never)).toBe(true);
  });

  it("finds nothing in what was never published", () => {
    expect(isRenamed(defined("other", true), never)).toBe(false);
  });
});

describe("rememberNames", () => {
  it("remembers nothing of a name that follows from its file", () => {
    const nothing = { histories: never, says: [] };
    expect(rememberNames(never, [defined("linux-agent")])).toEqual(nothing);
    expect(rememberNames(never, [defined("linux-agent", true)])).toEqual(nothing);
  });

  it("remembers the name of something new that was given one", () => {
    expect(rememberNames(never, [defined("agent", true)])).toEqual({
      histories: new Map([[what, ["agent"]]]),
      says: [],
    });
  });

  it("remembers each name in turn, and says that it changed", () => {
    expect(rememberNames(never, [defined("agent")])).toEqual({
      histories: new Map([[what, ["linux-agent", "agent"]]]),
      says: [`calls ${what} "agent", which was "linux-agent": another one in AWS, and the old one goes`],
    });
    const back = rememberNames(histories, [defined("linux-agent")]);
    expect(back.histories).toEqual(new Map([[what, ["first", "second", "linux-agent"]]]));
    expect(back.says).toHaveLength(1);
  });

  it("leaves the last name alone, and what is not defined any longer", () => {
    expect(rememberNames(histories, [defined("second")])).toEqual({ histories, says: [] });
    expect(rememberNames(histories, [])).toEqual({ histories, says: [] });
  });
});
