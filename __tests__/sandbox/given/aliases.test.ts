import { Aliases } from "../../../sandbox/given/aliases";

const aliases = new Aliases();
aliases.add("subnet-0a1b2c3d", "subnet-9f8e7d6c");
aliases.add("arn:aws:kms:us-east-1:1:key/named", "arn:aws:kms:us-east-1:2:key/chosen");

test.each([
  ["SubnetId.1=subnet-0a1b2c3d&x=1", "SubnetId.1=subnet-9f8e7d6c&x=1"],
  ['{"KeyId":"arn:aws:kms:us-east-1:1:key/named"}', '{"KeyId":"arn:aws:kms:us-east-1:2:key/chosen"}'],
  ["KeyId=arn%3Aaws%3Akms%3Aus-east-1%3A1%3Akey%2Fnamed", "KeyId=arn%3Aaws%3Akms%3Aus-east-1%3A2%3Akey%2Fchosen"],
])("an id that is named becomes the one that moto chose, and back: %s", (client, moto) => {
  expect(aliases.forMoto(client)).toBe(moto);
  expect(aliases.forClient(moto)).toBe(client);
});

test.each(["subnet-0a1b2c3d4e", "x-subnet-0a1b2c3d", "subnet-0a1b2c3"])("a longer or another id stays: %s", (text) => {
  expect(aliases.forMoto(text)).toBe(text);
});
