import { environmentSchema } from "../../src/definitions/schema/environment";
import { retentionOf } from "../../src/factory/retention";

const retention = (settings: object) =>
  retentionOf(environmentSchema.parse({ account: "123456789012", region: "us-east-1", ...settings }));

test("data is kept by `removed` blocks", () => {
  expect(retention({})).toEqual({ emptied: false, preventDestroy: false });
  expect(retention({ terraformVersion: "1.7" })).toEqual({
    emptied: false,
    preventDestroy: false,
    terraformVersion: "1.7",
  });
});

test("Terraform has to refuse to destroy data if it is too old for `removed` blocks", () => {
  expect(retention({ terraformVersion: "1.6" })).toEqual({
    emptied: false,
    preventDestroy: true,
    terraformVersion: "1.6",
  });
});

test("data is destroyed if the environment says so, by any Terraform", () => {
  expect(retention({ onRemoval: "destroy" })).toEqual({ emptied: true, preventDestroy: false });
  expect(retention({ onRemoval: "destroy", terraformVersion: "1.6" })).toEqual({
    emptied: true,
    preventDestroy: false,
    terraformVersion: "1.6",
  });
});
