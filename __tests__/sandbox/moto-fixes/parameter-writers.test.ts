import { parameterWriters } from "../../../sandbox/moto-fixes/parameter-writers";
import { unsignedFor } from "../../../sandbox/signature";

const fix = parameterWriters();

/** What the fix makes of an answer of moto. */
async function answered(operation: string, answer: object, caller: string, region = "us-east-1"): Promise<unknown> {
  const exchange = {
    method: "POST",
    url: "/",
    headers: { "x-amz-target": `AmazonSSM.${operation}`, authorization: unsignedFor("ssm", region) },
    caller,
    body: JSON.stringify({ Name: "/channel" }),
    ask: () => Promise.reject(new Error("nothing more is asked")),
  };
  return JSON.parse((await fix.answer?.(JSON.stringify(answer), exchange)) ?? "") as unknown;
}

test("the history of a parameter names who has written each version, in each account and region", async () => {
  const [own, other] = ["arn:aws:sts::123456789012:user/moto", "arn:aws:sts::111122223333:assumed-role/team/me"];
  const history = (...versions: number[]) => ({
    Parameters: versions.map((Version) => ({ Version, LastModifiedUser: "N/A" })),
  });
  await answered("PutParameter", { Version: 1 }, own);
  await answered("PutParameter", { Version: 1 }, other);
  expect(await answered("GetParameterHistory", history(1, 2), own)).toEqual({
    Parameters: [
      { Version: 1, LastModifiedUser: own },
      { Version: 2, LastModifiedUser: "N/A" },
    ],
  });
  expect(await answered("GetParameterHistory", history(1), other)).toMatchObject({
    Parameters: [{ LastModifiedUser: other }],
  });
  expect(await answered("GetParameterHistory", history(1), own, "eu-west-1")).toEqual(history(1));
});
