import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";
import { Refusal } from "../refusal";

export function parameters(calls: MotoCalls): Pick<World, "parameter" | "putParameter"> {
  return {
    parameter: async (region, Name) => {
      try {
        const { Parameter } = await calls.json("ssm", region, "AmazonSSM.GetParameter", { Name });
        return (Parameter as { readonly Value: string }).Value;
      } catch (error) {
        if (error instanceof Refusal) return undefined;
        throw error;
      }
    },
    putParameter: async ({ region, accountId, imageId }, Name, DataType) => {
      await calls.in(accountId).json("ssm", region, "AmazonSSM.PutParameter", {
        Name,
        Value: imageId,
        Type: "String",
        DataType,
        Overwrite: true,
      });
    },
  };
}
