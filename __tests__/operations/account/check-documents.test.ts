import { serviceError } from "../fake-connection";
import { asked } from "./asked";

it("asks about each document, also about those of the package, and reports a refusal in its file", async () => {
  const names: unknown[] = [];
  const { found, problems } = await asked({
    components: ["linux/web", "golden:linux/harden-ssh"],
    answers: {
      CreateComponentCommand: (input) => {
        const { name, data } = input as { readonly name: string; readonly data: string };
        names.push(name);
        expect(data).toContain("phases:");
        throw name === "linux-web"
          ? serviceError("InvalidParameterValueException", 400)
          : serviceError("DryRunOperationException", 412);
      },
    },
  });
  expect(names).toEqual(["linux-web", "golden-linux-harden-ssh"]);
  expect(found).toEqual(["components/linux/web.yaml:1 account-component-refused"]);
  expect(problems[0]?.message).toMatch(/^Image Builder would refuse component "linux-web": /);
});
