import { environmentSchema } from "../../src/definitions/schema/environment";
import { actsThere, deliveriesTo } from "../../src/factory/delivery";

const account = "111122223333";
const organization = "arn:aws:organizations::123456789012:organization/o-abcdefghij";
const unit = "arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-abcd-12345678";

function delivered(target: object) {
  const environment = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    allowPublicImages: true,
    images: { base: { schedule: "manual", distribute: [{ region: "us-east-1", ...target }] } },
  });
  const [delivery, ...others] = deliveriesTo(account, environment);
  expect(others).toEqual([]);
  if (delivery === undefined) throw new Error("no delivery");
  const { image, path, copied, shared, launchTemplates, ssmParameters } = delivery;
  expect({ image, path }).toEqual({ image: "base", path: ["images", "base", "distribute", 0] });
  return {
    copied,
    shared,
    templates: launchTemplates.length,
    parameters: ssmParameters.length,
    acts: actsThere(delivery),
  };
}

const nothing = { copied: false, shared: "no", templates: 0, parameters: 0, acts: false };

test.each([
  ["nothing", {}, {}],
  ["a copy", { copyTo: { accounts: [account] } }, { copied: true, acts: true }],
  ["no copy for another account", { copyTo: { accounts: ["444455556666"] } }, {}],
  ["it shared", { share: { accounts: [account] } }, { shared: "yes" }],
  ["it with everybody", { share: { public: true } }, { shared: "yes" }],
  ["nothing that another account shares", { share: { accounts: ["444455556666"] } }, {}],
  ["it perhaps with its organization", { share: { organizations: [organization] } }, { shared: "maybe" }],
  ["it perhaps with its unit", { share: { organizationalUnits: [unit] } }, { shared: "maybe" }],
  [
    "it perhaps with organization and unit",
    { share: { organizations: [organization], organizationalUnits: [unit] } },
    { shared: "maybe" },
  ],
  [
    "a launch template",
    { launchTemplates: [{ id: "lt-0123456789abcdef0", account }, { id: "lt-1123456789abcdef0" }] },
    { templates: 1, acts: true },
  ],
  ["a parameter", { ssmParameters: [{ name: "/base", account }, { name: "/own" }] }, { parameters: 1, acts: true }],
])("an account gets %s", (_title, target, expected) => {
  expect(delivered(target)).toEqual({ ...nothing, ...expected });
});
